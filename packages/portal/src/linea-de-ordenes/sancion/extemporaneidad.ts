import { sancionPorExtemporaneidad } from '@autogestion/normas/sanciones';
import { dia, falta, leerCampos, pesos } from '../campos.ts';
import type { Valores } from '../campos.ts';
import type { Pregunta } from '../por-lineas.ts';
import { COMUNES, EMPLAZAMIENTO, exigir, INSPECCION, liquidacion, mesesDe, RETARDO } from './comunes.ts';
import type { Clase, Liquidada } from './comunes.ts';

const CAMPOS = {
  impuesto: pesos('impuesto', 'impuestoACargo', 'impuestoCargo', 'retencion', 'retenciones'),
  ingresos: pesos('ingresos', 'ingresosBrutos'),
  patrimonio: pesos('patrimonio', 'patrimonioLiquido', 'patrimonioAnterior', 'patrimonioLiquidoAnterior'),
  saldoFavor: pesos('saldoFavor', 'saldoAFavor'),
  presenta: dia('presenta', 'presentacion', 'fechaPresentacion'),
  ...RETARDO,
  ...EMPLAZAMIENTO,
  ...INSPECCION,
  ...COMUNES,
};

export const extemporaneidad: Clase = {
  nombres: ['extemporaneidad', '641'],
  ayuda: '--impuesto P [--ingresos P] [--patrimonio P] [--saldo-favor P] --vence F --presenta F | --meses N',
  campos: CAMPOS,
  liquidar,
};

/** The same, already after the emplazamiento (ET 642). */
export const trasEmplazamiento: Clase = {
  ...extemporaneidad,
  nombres: ['642'],
  liquidar: (pregunta) =>
    liquidar('inspeccion' in pregunta ? pregunta : { emplazamiento: true, ...pregunta }),
};

function liquidar(pregunta: Pregunta): Liquidada {
  const v = leerCampos(CAMPOS, pregunta);
  const meses = mesesDe(v, v.presenta);
  if (meses === undefined) {
    throw falta('meses', 'Diga los meses de retraso, o cuándo vencía y cuándo se presenta.');
  }
  const hechos = { ...montos(v), meses };
  const { como, supuestos } = liquidacion(v, { presenta: v.presenta });
  const en = (emplazado: boolean, inspeccionado = false) =>
    exigir(sancionPorExtemporaneidad({ ...hechos, emplazado, inspeccionado }, como));
  const momentos = { antes: en(false), despues: en(true) };
  const elegida = v.emplazamiento ? momentos.despues : v.inspeccion ? en(false, true) : momentos.antes;
  return {
    elegida,
    momentos,
    supuestos: [...supuestos, ...sinSaldo(v)],
    propios: { meses, base: elegida.base },
  };
}

/** Where there is no tax, a balance in favour changes the cap: nobody is taken to have none in silence. */
function sinSaldo({ impuesto, saldoFavor }: Valores<typeof CAMPOS>): string[] {
  return impuesto || saldoFavor !== undefined
    ? []
    : ['No dijo si la declaración tiene saldo a favor: se tomó que no. Si lo tiene, el tope es otro.'];
}

/** A later base given makes up for the earlier ones; a zero asks for the next. */
function montos({ impuesto, ingresos, patrimonio, saldoFavor = 0n }: Valores<typeof CAMPOS>) {
  if (impuesto === undefined && ingresos === undefined && patrimonio === undefined) {
    throw falta('impuesto', 'Diga el impuesto a cargo; si no hay, los ingresos brutos.');
  }
  if (!impuesto && ingresos === undefined && patrimonio === undefined) {
    throw falta('ingresos', 'Como no hay impuesto a cargo, diga los ingresos brutos del período.');
  }
  if (!impuesto && !ingresos && patrimonio === undefined) {
    throw falta(
      'patrimonio',
      'Como no hay impuesto ni ingresos, diga el patrimonio líquido del año anterior.',
    );
  }
  return {
    impuesto: impuesto ?? 0n,
    ingresos: ingresos ?? 0n,
    patrimonio: patrimonio ?? 0n,
    saldoAFavor: saldoFavor,
  };
}
