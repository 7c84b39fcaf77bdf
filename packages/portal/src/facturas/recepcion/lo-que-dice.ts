import { analizarImporte, enCentavos } from '@autogestion/normas/factura';
import type { DocumentoElectronico, Hallazgo, ImpuestoDelDocumento } from '@autogestion/normas/factura';

/** A thousand million million pesos: what is larger is a slip, and does not fit a sum. */
const CENTAVOS_MAXIMOS = 10n ** 17n;

/** The figures of a document in hundredths; what is not an amount is zero, and its rules say so. */
export interface Cifras {
  bruto: bigint;
  total: bigint;
  iva: bigint;
  inc: bigint;
  ica: bigint;
  otros: bigint;
}

export function cifrasDe(d: DocumentoElectronico): Cifras {
  const de = (codigo: string) => sumaDe(d.impuestos.filter((t) => t.subtotales[0]?.impuesto === codigo));
  const [iva, inc, ica] = [de('01'), de('04'), de('03')];
  return {
    bruto: centavos(d.totales?.bruto),
    total: centavos(d.totales?.aPagar),
    ...{ iva, inc, ica },
    otros: sumaDe(d.impuestos) - iva - inc - ica,
  };
}

export function cifrasDesmedidas(c: Cifras): Hallazgo[] {
  if (Object.values(c).every((v: bigint) => v <= CENTAVOS_MAXIMOS)) return [];
  return [
    {
      regla: 'ZB01',
      tipo: 'rechazo',
      mensaje: 'Un valor del documento pasa de mil billones: no se puede registrar.',
    },
  ];
}

const sumaDe = (impuestos: readonly ImpuestoDelDocumento[]): bigint =>
  impuestos.reduce((suma, t) => suma + centavos(t.valor), 0n);

function centavos(texto: string | undefined): bigint {
  const leido = texto === undefined ? undefined : analizarImporte(texto);
  return leido?.ok ? enCentavos(leido.valor) : 0n;
}
