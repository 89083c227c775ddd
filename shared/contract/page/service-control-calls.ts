import { z } from 'zod';
import { ServiceAction, ServiceControlStatus } from '@shared/domain/status/service-control';
import { call } from '@shared/contract/define';

/** The page's control of Print ORS Service; the app does it, through the service manager where there is one. */
export const serviceControlCalls = {
  read: call({
    access: 'read',
    input: z.void(),
    output: ServiceControlStatus,
    fails: ['service-manager-silent'],
  }),
  /** Answers when the service is in the state asked for, with that state; `mayAsk`: a person agreed to be asked by the system. */
  act: call({
    access: 'admin',
    input: z.strictObject({ action: ServiceAction, mayAsk: z.boolean() }),
    output: ServiceControlStatus,
    fails: [
      'service-not-installed',
      'service-disabled',
      'service-control-failed',
      'service-manager-silent',
      'elevation-needed',
      'elevation-refused',
    ],
  }),
} as const;
