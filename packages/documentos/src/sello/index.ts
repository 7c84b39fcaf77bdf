export { sellarPdf } from './sellar-pdf.ts';
