/** A box of form 001, filled; as `casillasHoja1` of normas gives it. */
export interface CasillaImpresa {
  /** `12`, `984`… */
  numero: string;
  nombre: string;
  seccion: string;
  /** Empty without value; one line for each where there are several. */
  valor: string;
  /** The same apart, where the box has a table: the code is printed strong and its name beside it. */
  partes?: { codigo: string; nombre: string }[];
}

export interface PedidoFormulario001 {
  /** In the order of the form; a section is whatever consecutive boxes share. */
  casillas: CasillaImpresa[];
  /** «Copia Certificado», or the state (DUR 1.6.1.2.21). */
  leyenda: string;
  /** State of the registration in words: «Registro activo». */
  estado: string;
  /** Version of the registration, from 1. */
  version: number;
  numeroFormulario: string;
  generadoEn: Date;
  /** GS1 element string: `codigoBarrasFormulario(gln, numeroFormulario)`. */
  codigoBarras: string;
  /** Public identifier of the document, for who types it instead of scanning. */
  codigo: string;
  /** Text of the QR: `urlDeQr(…)`. */
  qr: string;
  /** Attached as `rut.json`. */
  datos: object;
  /** Marks the copy «DEMOSTRACIÓN, sin validez». */
  demostracion: boolean;
}
