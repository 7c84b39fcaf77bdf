/** A box of form 001, filled; as `casillasHoja1` and `bloquesDeHojas` of normas give it. */
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

/** A person or a place of the sheets after the first; as `bloquesDeHojas` of normas gives it. */
export interface BloqueImpreso {
  /** `3` to `6`. */
  hoja: string;
  /** «Representante: ROJAS PEÑA MARCELA». Its title, cut to a line: the boxes say it whole. */
  nombre: string;
  casillas: readonly CasillaImpresa[];
}

export interface PedidoFormulario001 {
  /** Sheet 1, in the order of the form; a section is whatever consecutive boxes share. */
  casillas: CasillaImpresa[];
  /** The other sheets, in the order of the form; each begins on a page. Empty when there are none. */
  hojas: readonly BloqueImpreso[];
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
