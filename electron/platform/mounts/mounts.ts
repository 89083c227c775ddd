/** The kind of storage behind the folders of this computer. */
export interface Mounts {
  /** The disk that a folder lies on, as a person knows it: its mount point or its drive. */
  diskOf(folder: string): Promise<string>;
  /**
   * Whether a path leads, through links too, onto a share or another file system that another machine or program
   * serves, and that may hang therefore. Nothing on such a file system is touched to find out.
   */
  isOnNetwork(folder: string): Promise<boolean>;
}
