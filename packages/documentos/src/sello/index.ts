export { sellarPdf, type OpcionesSello } from './sellar-pdf.ts';
