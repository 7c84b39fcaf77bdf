/** With `--rapida` each measurement takes seconds: to see that it runs, not to quote it. */
export const RAPIDA = process.argv.includes('--rapida');
