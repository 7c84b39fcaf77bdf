/**
 * Something wrong in a delivery, or doubtful: the codes of what is only doubtful begin with `sospecha-`, and whoever
 * delivers may confirm that it is so.
 */
export interface Hallazgo {
  /**
   * In a spreadsheet, the row as it is seen there, titles in the first; in XML, the place of the record, from 1. Zero is
   * the file as a whole, or its header.
   */
  fila: number;
  /** The attribute of the column (`retp`), the element of the header (`ValorTotal`), or empty. */
  campo: string;
  codigo: string;
  mensaje: string;
}
