/**
 * What an electronic document says, as text: exactly what stands in its XML, so that a rule can quote it.
 * A datum that is not there is `undefined`; an empty one is empty.
 */
export interface DocumentoElectronico {
  raiz: RaizDeDocumento;
  /** `01`, `20`, `91`… A note and an event have theirs by their root when they do not write it. */
  tipo: string | undefined;
  numero: string | undefined;
  /** CUFE, CUDE or CUDS. */
  codigo: string | undefined;
  nombreDelCodigo: string | undefined;
  version: string | undefined;
  perfil: string | undefined;
  ambiente: string | undefined;
  fecha: string | undefined;
  hora: string | undefined;
  moneda: string | undefined;
  notas: readonly string[];
  lineasDeclaradas: string | undefined;
  extension: ExtensionDian | undefined;
  emisor: Parte | undefined;
  adquirente: Parte | undefined;
  impuestos: readonly ImpuestoDelDocumento[];
  cargos: readonly CargoODescuento[];
  totales: Totales | undefined;
  lineas: readonly Linea[];
  pagos: readonly Pago[];
  /** What a note corrects. */
  corrige: Correccion | undefined;
  evento: Evento | undefined;
}

export type RaizDeDocumento = 'Invoice' | 'CreditNote' | 'DebitNote' | 'ApplicationResponse';

interface ExtensionDian {
  numeracion: Numeracion | undefined;
  softwareId: string | undefined;
  codigoDeSeguridad: string | undefined;
  autorizador: string | undefined;
  qr: string | undefined;
}

interface Numeracion {
  autorizacion: string | undefined;
  desde: string | undefined;
  hasta: string | undefined;
  prefijo: string | undefined;
  primero: string | undefined;
  ultimo: string | undefined;
}

interface Parte {
  nombre: string | undefined;
  numero: string | undefined;
  dv: string | undefined;
  /** `31` NIT, `13` cédula… */
  tipoDeDocumento: string | undefined;
}

export interface ImpuestoDelDocumento {
  valor: string | undefined;
  subtotales: readonly {
    impuesto: string | undefined;
    base: string | undefined;
    valor: string | undefined;
    porcentaje: string | undefined;
  }[];
}

interface CargoODescuento {
  /** `true` a charge, `false` a discount. */
  esCargo: string | undefined;
  valor: string | undefined;
}

interface Totales {
  bruto: string | undefined;
  conImpuestos: string | undefined;
  descuentos: string | undefined;
  cargos: string | undefined;
  anticipos: string | undefined;
  redondeo: string | undefined;
  aPagar: string | undefined;
}

interface Linea {
  id: string | undefined;
  cantidad: string | undefined;
  valor: string | undefined;
  impuestos: readonly ImpuestoDelDocumento[];
  descripcion: string | undefined;
}

interface Pago {
  /** `1` at once, `2` on credit. */
  forma: string | undefined;
  /** `10` cash, `48` credit card, `49` debit card… */
  medio: string | undefined;
}

interface Correccion {
  numero: string | undefined;
  codigo: string | undefined;
  concepto: string | undefined;
}

interface Evento {
  codigo: string | undefined;
  /** Of a claim, its concept. */
  motivo: string | undefined;
  /** Unique code of the invoice of which it speaks. */
  codigoDelDocumento: string | undefined;
  documento: string | undefined;
  tipoDeDocumento: string | undefined;
}
