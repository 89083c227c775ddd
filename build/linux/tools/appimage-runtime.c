/*
 * The head of an AppImage for trial packages: finds the squashfs image behind this program, mounts it where the machine
 * has squashfuse_ll, else unpacks it into a private temporary folder, and runs AppRun from there. A release is built
 * with the official runtime instead.
 */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <squashfuse/squashfuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t application;

static long image_offset(const char *program) {
  Elf64_Ehdr header;
  FILE *file = fopen(program, "rb");
  if (file == NULL) return -1;
  size_t read = fread(&header, sizeof header, 1, file);
  fclose(file);
  if (read != 1) return -1;
  /* The section headers come last in what the linker writes. */
  return (long)header.e_shoff + (long)header.e_shentsize * header.e_shnum;
}

static int write_file(sqfs *image, sqfs_inode *inode, const char *path) {
  static char buffer[1 << 20];
  int file = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, inode->base.mode & 0777);
  if (file < 0) return -1;
  uint64_t size = inode->xtra.reg.file_size;
  int result = fchmod(file, inode->base.mode & 0777);
  for (uint64_t at = 0; at < size && result == 0;) {
    sqfs_off_t length = sizeof buffer;
    if (sqfs_read_range(image, inode, at, &length, buffer) || length <= 0) result = -1;
    else if (write(file, buffer, length) != length) result = -1;
    else at += length;
  }
  return close(file) == 0 ? result : -1;
}

static int write_link(sqfs *image, sqfs_inode *inode, const char *path) {
  char target[PATH_MAX];
  size_t length = sizeof target;
  if (sqfs_readlink(image, inode, target, &length)) return -1;
  return symlink(target, path);
}

static int write_entry(sqfs *image, sqfs_traverse *walk, const char *folder) {
  char path[PATH_MAX];
  sqfs_inode inode;
  if (snprintf(path, sizeof path, "%s/%s", folder, walk->path) >= (int)sizeof path) return -1;
  if (sqfs_inode_get(image, &inode, walk->entry.inode)) return -1;
  if (S_ISDIR(inode.base.mode)) return mkdir(path, 0755);
  if (S_ISLNK(inode.base.mode)) return write_link(image, &inode, path);
  return S_ISREG(inode.base.mode) ? write_file(image, &inode, path) : -1;
}

/* Writes the whole image below an empty folder; 0 when everything is there. */
static int unpack(const char *program, long offset, const char *folder) {
  sqfs image;
  sqfs_traverse walk;
  sqfs_err error = SQFS_OK;
  if (sqfs_open_image(&image, program, offset)) return -1;
  if (sqfs_traverse_open(&walk, &image, sqfs_inode_root(&image))) return -1;
  int result = 0;
  while (result == 0 && sqfs_traverse_next(&walk, &error)) {
    if (!walk.dir_end) result = write_entry(&image, &walk, folder);
  }
  sqfs_traverse_close(&walk);
  sqfs_destroy(&image);
  return error ? -1 : result;
}

static int is_mounted(const char *folder) {
  char parent[PATH_MAX + 4];
  struct stat own, above;
  snprintf(parent, sizeof parent, "%s/..", folder);
  return stat(folder, &own) == 0 && stat(parent, &above) == 0 && own.st_dev != above.st_dev;
}

/* Mounts the image; gives the process that holds the mount, or -1 where that is not possible. */
static pid_t mount_image(const char *program, long offset, const char *folder) {
  pid_t mounter = fork();
  if (mounter == 0) {
    char options[64];
    snprintf(options, sizeof options, "ro,offset=%ld", offset);
    setsid();
    execlp("squashfuse_ll", "squashfuse_ll", "-f", "-o", options, program, folder, (char *)NULL);
    _exit(127);
  }
  while (mounter > 0 && !is_mounted(folder)) {
    if (waitpid(mounter, NULL, WNOHANG) != 0) return -1;
    usleep(10000);
  }
  return mounter;
}

static void unmount(pid_t mounter, const char *folder) {
  pid_t helper = fork();
  if (helper == 0) {
    execlp("fusermount3", "fusermount3", "-u", "-z", folder, (char *)NULL);
    execlp("fusermount", "fusermount", "-u", "-z", folder, (char *)NULL);
    _exit(127);
  }
  waitpid(helper, NULL, 0);
  kill(mounter, SIGTERM);
  waitpid(mounter, NULL, 0);
}

static int remove_entry(const char *path, const struct stat *facts, int kind, struct FTW *place) {
  (void)facts, (void)kind, (void)place;
  return remove(path);
}

static void pass_on(int number) {
  if (application > 0) kill(application, number);
}

static int run(const char *folder, const char *program, char **words) {
  char start[PATH_MAX + 8];
  snprintf(start, sizeof start, "%s/AppRun", folder);
  application = fork();
  if (application == 0) {
    setenv("APPDIR", folder, 1);
    setenv("APPIMAGE", program, 1);
    setenv("ARGV0", words[0], 1);
    words[0] = start;
    execv(start, words);
    _exit(127);
  }
  for (size_t i = 0; i < 3; i += 1) signal((int[]){SIGTERM, SIGINT, SIGHUP}[i], pass_on);
  int status;
  while (waitpid(application, &status, 0) < 0 && errno == EINTR) continue;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int count, char **words) {
  char program[PATH_MAX], folder[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
  if (length < 0) return 127;
  program[length] = 0;
  long offset = image_offset(program);
  if (count > 1 && strcmp(words[1], "--appimage-offset") == 0) return printf("%ld\n", offset) < 0;
  if (count > 1 && strcmp(words[1], "--appimage-extract") == 0) {
    return mkdir("squashfs-root", 0755) == 0 && unpack(program, offset, "squashfs-root") == 0 ? 0 : 127;
  }
  const char *temporary = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%s/.appimage-XXXXXX", temporary != NULL ? temporary : "/tmp");
  if (mkdtemp(folder) == NULL) return perror(folder), 127;
  int is_to_mount = getenv("APPIMAGE_EXTRACT_AND_RUN") == NULL;
  pid_t mounter = is_to_mount ? mount_image(program, offset, folder) : -1;
  int code = 127;
  if (mounter > 0 || unpack(program, offset, folder) == 0) code = run(folder, program, words);
  else fprintf(stderr, "%s could not be unpacked into %s.\n", program, folder);
  if (mounter > 0) unmount(mounter, folder);
  nftw(folder, remove_entry, 32, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
  return code;
}
