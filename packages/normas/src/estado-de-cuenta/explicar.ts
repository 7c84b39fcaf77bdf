import { fraccion } from '../dinero/index.ts';
import { cifra, dato, igualA } from '../explicacion/index.ts';
import type { Explicacion } from '../explicacion/index.ts';
import { diasEntre, formatearFecha, sumarDias } from '../fechas/index.ts';
import { interesDeMora } from '../intereses/index.ts';
import { mesDe } from '../tasas/index.ts';
import type { TasaDeMora } from '../tasas/index.ts';
import type { Rubro } from '../imputacion/index.ts';
import { UNIDAD } from './devengo.ts';
import type { Devengo } from './devengo.ts';
import type { EstadoDeCuenta, Mora } from './estado.ts';

const NOMBRES: Record<Rubro, string> = {
  impuesto: 'Impuesto',
  anticipo: 'Anticipo',
  retencion: 'Retenciones',
  sancion: 'Sanciones',
  interes: 'Intereses de mora',
};

/** From what is owed down to the days and rates of each stretch of interest. */
export function explicarEstado(e: Omit<EstadoDeCuenta, 'explicacion'>, devengo: Devengo): Explicacion {
  const rubros = (Object.keys(NOMBRES) as Rubro[]).filter((r) => e.causado[r] !== 0n);
  const saldos = rubros.map((r) => e.saldo[r]);
  const reintegro =
    e.porReintegrar > 0n
      ? [
          dato('Devolución por reintegrar', e.porReintegrar, 'Se devolvió más de lo que había a favor.', {
            norma: 'ET 670',
          }),
        ]
      : [];
  return {
    titulo: 'Lo que se debe',
    valor: e.debe,
    frase:
      e.debe === 0n
        ? `El ${formatearFecha(e.al)} no se debe nada.`
        : `Es lo que falta por pagar el ${formatearFecha(e.al)}.`,
    ...(saldos.length + reintegro.length > 1 && {
      formula: `${[...saldos, ...reintegro.map((r) => r.valor)].map(cifra).join(' + ')} = ${cifra(e.debe)}`,
    }),
    norma: 'ET 804',
    partes: [...rubros.map((r) => explicarRubro(r, e, devengo)), ...reintegro],
  };
}

function explicarRubro(rubro: Rubro, e: Omit<EstadoDeCuenta, 'explicacion'>, devengo: Devengo): Explicacion {
  const [causado, pagado, saldo] = [e.causado[rubro], e.pagado[rubro], e.saldo[rubro]];
  const que = rubro === 'interes' ? explicarInteres(e.moras, causado, devengo) : explicarCargo(rubro, e);
  if (pagado === 0n) return que;
  return {
    titulo: `${NOMBRES[rubro]}: lo que falta`,
    valor: saldo,
    frase: 'Es lo que se causó menos lo que se ha pagado.',
    formula: `${cifra(causado)} − ${cifra(pagado)} = ${cifra(saldo)}`,
    partes: [que, explicarPagado(rubro, pagado, e)],
  };
}

function explicarPagado(rubro: Rubro, pagado: bigint, e: Omit<EstadoDeCuenta, 'explicacion'>): Explicacion {
  return {
    titulo: `${NOMBRES[rubro]}: lo pagado`,
    valor: pagado,
    frase: 'De cada pago le toca su parte, según lo que pesaba ese día en toda la deuda.',
    norma: 'ET 804',
    partes: e.abonos
      .filter((a) => a.imputacion.aplicado[rubro] > 0n)
      .map((a) =>
        dato(`Pago del ${formatearFecha(a.dia)}`, a.imputacion.aplicado[rubro], 'Entró ese día.', {
          norma: 'ET 803',
        }),
      ),
  };
}

function explicarCargo(rubro: Rubro, e: Omit<EstadoDeCuenta, 'explicacion'>): Explicacion {
  const causado = e.causado[rubro];
  if (rubro !== 'sancion' || e.actualizaciones.length === 0)
    return dato(NOMBRES[rubro], causado, 'Es la suma de lo que dicen las declaraciones y los actos.');
  const aumentos = e.actualizaciones.map(({ dia, antes, aumento, inflacion }): Explicacion => ({
    titulo: `Actualización del ${formatearFecha(dia)}`,
    valor: aumento,
    frase: 'La sanción lleva más de un año sin pagarse y sube con la inflación del año anterior.',
    formula: `${cifra(antes)} × ${cifra(inflacion.numerador)} / ${cifra(inflacion.denominador)} ${igualA(fraccion(antes * inflacion.numerador, inflacion.denominador), aumento)}`,
    norma: 'ET 867-1',
    partes: [],
  }));
  const base = causado - e.actualizaciones.reduce((s, a) => s + a.aumento, 0n);
  return {
    titulo: NOMBRES[rubro],
    valor: causado,
    frase: 'Es la sanción, con su actualización de cada año.',
    formula: `${[base, ...e.actualizaciones.map((a) => a.aumento)].map(cifra).join(' + ')} = ${cifra(causado)}`,
    partes: [
      dato('Sanción liquidada', base, 'Es la suma de lo que dicen las declaraciones y los actos.'),
      ...aumentos,
    ],
  };
}

function explicarInteres(moras: readonly Mora[], causado: bigint, devengo: Devengo): Explicacion {
  const tramos = unidas(moras);
  const partes = tramos.map((m) => explicarMora(m, devengo));
  return {
    titulo: NOMBRES.interes,
    valor: causado,
    frase: 'Corren cada día desde el siguiente al vencimiento, sobre lo que falta por pagar del impuesto.',
    ...(partes.length > 1 && {
      formula: `${partes.map((p) => cifra(p.valor)).join(' + ')} ≈ ${cifra(causado)}`,
    }),
    norma: 'ET 634 y 635',
    partes,
  };
}

/** Stretches of one debt at one amount are one, however many days something else happened on. */
function unidas(moras: readonly Mora[]): Mora[] {
  const abiertas = new Map<string, Mora>();
  const todas: Mora[] = [];
  for (const m of moras) {
    const anterior = abiertas.get(m.vence);
    if (anterior && anterior.hasta === m.desde && anterior.capital === m.capital) anterior.hasta = m.hasta;
    else {
      const nueva = { ...m };
      abiertas.set(m.vence, nueva);
      todas.push(nueva);
    }
  }
  return todas;
}

function explicarMora(m: Mora, devengo: Devengo): Explicacion & { valor: bigint } {
  const antesDeTodo = sumarDias(devengo.desde, -1);
  const desde = m.desde < antesDeTodo ? antesDeTodo : m.desde;
  const gana = devengo.hasta(m.hasta) - devengo.hasta(m.desde);
  const exacto = fraccion(m.capital * gana, UNIDAD);
  const valor = (exacto.numerador + UNIDAD / 2n) / UNIDAD;
  const dias = diasEntre(m.desde, m.hasta);
  const detalle = interesDeMora({
    valor: m.capital,
    vence: desde,
    paga: m.hasta,
    tasas: tasasPara(m, devengo),
  });
  return {
    titulo: `Intereses del ${formatearFecha(m.desde)} al ${formatearFecha(m.hasta)}`,
    valor,
    frase: `${dias === 1 ? 'Es un día' : `Son ${dias} días`} sobre ${cifra(m.capital)} pesos que no se habían pagado.`,
    norma: 'ET 634 y 635',
    partes: detalle.ok ? detalle.valor.explicacion.partes.slice(1) : [],
  };
}

/** Every month of the stretch with the rate that was used, also where it is supposed. */
function tasasPara(m: Mora, devengo: Devengo): ReadonlyMap<string, TasaDeMora> {
  const tasas = new Map<string, TasaDeMora>();
  const [anioFin = 0, mesFin = 0] = mesDe(m.hasta).split('-').map(Number);
  let [anio = 0, mes = 0] = mesDe(m.desde).split('-').map(Number);
  for (; anio * 12 + mes <= anioFin * 12 + mesFin; mes === 12 ? ((anio += 1), (mes = 1)) : (mes += 1)) {
    const nombre = `${anio}-${String(mes).padStart(2, '0')}`;
    if (nombre >= mesDe(devengo.desde)) tasas.set(nombre, devengo.tasa(nombre).tasa);
  }
  return tasas;
}
