/** Of the system: nobody listens there, or stopped. */
const DEL_SISTEMA = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/**
 * Of PostgreSQL (appendix A of its manual): connection (08), resources, a full disk among them (53), that it is being
 * stopped or started (57P0x), that its disk fails (58030), that it only reads (25006), that its database is gone (3D000).
 */
const DE_POSTGRESQL = /^(08...|53...|57P0[1-4]|58030|25006|3D000)$/;
/** What `pg` and its pool say without a code. */
const SIN_CODIGO =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** Whether that is no fault of a statement but of there being no database to write in: it may be tried again later. */
export function baseNoResponde(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code === 'string') {
    // A file that is not there is ENOENT too.
    if (code === 'ENOENT') return syscall === 'connect';
    return DEL_SISTEMA.has(code) || DE_POSTGRESQL.test(code);
  }
  return SIN_CODIGO.test(error.message);
}
