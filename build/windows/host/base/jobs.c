#include "jobs.h"

HANDLE make_job(void) {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  HANDLE job = CreateJobObjectW(NULL, NULL);
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  return job;
}

DWORD living_in(HANDLE job) {
  JOBOBJECT_BASIC_ACCOUNTING_INFORMATION facts = {0};
  QueryInformationJobObject(job, JobObjectBasicAccountingInformation, &facts, sizeof facts, NULL);
  return facts.ActiveProcesses;
}
