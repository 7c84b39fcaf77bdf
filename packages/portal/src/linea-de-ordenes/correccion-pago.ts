import { buscarPago } from '@autogestion/normas/correcciones';
import type { Busqueda, LoQueDice, ObligacionAbierta, PagoRecibido } from '@autogestion/normas/correcciones';
import { definidos } from '@autogestion/normas/definidos';
import { enteroEnJson } from '@autogestion/normas/explicacion';
import { analizarNit } from '@autogestion/normas/nit';
import { anio, dia, entero, falta, leerCampos, pesos, texto } from './campos.ts';
import type { Campos, Valores } from './campos.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Pregunta } from './por-lineas.ts';

const RUBRO = {
  id: texto('id'),
  concepto: texto('concepto'),
  anio: anio('anio'),
  periodo: texto('periodo'),
  cuota: entero(100, 'cuota'),
};
const DE_LA_DEUDA = {
  ...RUBRO,
  vence: dia('vence', 'vencimiento'),
  impuesto: pesos('impuesto'),
  sancion: pesos('sancion'),
  interes: pesos('interes'),
};
const DEL_PAGO = {
  ...RUBRO,
  nit: texto('nit'),
  fecha: dia('fecha'),
  valor: pesos('valor'),
  referencia: texto('referencia', 'recibo'),
  aplicado: pesos('aplicado'),
};
const DE_LO_DICHO = {
  valor: pesos('valor'),
  fecha: dia('fecha'),
  referencia: texto('referencia', 'recibo'),
  obligacion: texto('obligacion'),
};

/** What a line of `correccion pago` asks: `{ nit, obligaciones, pagos, ajenos, dice }`. @throws ErrorDeUso */
export function buscarElPago({ nit, obligaciones, pagos, ajenos, dice, ...otros }: Pregunta): Busqueda {
  leerCampos({}, otros);
  const suyo = analizarNit(typeof nit === 'string' || typeof nit === 'number' ? String(nit) : '');
  if (!suyo.ok) throw new ErrorDeUso(suyo.codigo, suyo.mensaje, 'nit');
  return buscarPago({
    nit: suyo.valor.nit,
    obligaciones: lista('obligaciones', obligaciones, DE_LA_DEUDA).map(laDeuda),
    pagos: lista('pagos', pagos, DEL_PAGO).map((p) => elPago(p, suyo.valor.nit)),
    ajenos: lista('ajenos', ajenos, DEL_PAGO).map((p) => elPago(p, undefined)),
    dice: loDicho(dice),
  });
}

function loDicho(dice: unknown): LoQueDice {
  const [unico] = dice === undefined ? [] : lista('dice', [dice], DE_LO_DICHO);
  return definidos(unico ?? {});
}

function lista<C extends Campos>(nombre: string, crudo: unknown, campos: C): Valores<C>[] {
  if (crudo === undefined) return [];
  if (!Array.isArray(crudo)) throw new ErrorDeUso('lista', `${nombre}: va una lista.`, nombre);
  return crudo.map((uno: unknown) => {
    if (typeof uno !== 'object' || uno === null || Array.isArray(uno)) {
      throw new ErrorDeUso('lista', `${nombre}: cada renglón es un objeto.`, nombre);
    }
    return leerCampos(campos, { ...uno });
  });
}

function laDeuda(d: Valores<typeof DE_LA_DEUDA>): ObligacionAbierta {
  const { cuota, interes } = d;
  const impuesto = d.impuesto ?? 0n;
  const sancion = d.sancion ?? 0n;
  return {
    ...elRubro(d),
    vence: exigir('vence', d.vence),
    impuesto,
    sancion,
    ...definidos({ cuota, interes }),
  };
}

function elPago(p: Valores<typeof DEL_PAGO>, nitPropio: string | undefined): PagoRecibido {
  const { cuota, referencia } = p;
  return {
    ...elRubro(p),
    nit: exigir('nit', p.nit ?? nitPropio),
    fecha: exigir('fecha', p.fecha),
    valor: exigir('valor', p.valor),
    aplicado: p.aplicado ?? 0n,
    ...definidos({ cuota, referencia }),
  };
}

function elRubro({ id, concepto, anio: delAnio, periodo }: Valores<typeof RUBRO>) {
  return {
    id: exigir('id', id),
    concepto: exigir('concepto', concepto),
    anio: exigir('anio', delAnio),
    periodo: exigir('periodo', periodo),
  };
}

function exigir<T>(nombre: string, valor: T | undefined): T {
  if (valor === undefined) throw falta(nombre, `Diga «${nombre}» de cada deuda y de cada pago.`);
  return valor;
}

export function pagoEnJson(busqueda: Busqueda): string {
  return JSON.stringify(busqueda, (_, x: unknown) => (typeof x === 'bigint' ? enteroEnJson(x) : x));
}
