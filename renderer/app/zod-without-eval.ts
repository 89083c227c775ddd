import { config } from 'zod';

// Set before any schema is made: zod would otherwise try whether it may compile code, which the page's policy reports.
config({ jitless: true });
