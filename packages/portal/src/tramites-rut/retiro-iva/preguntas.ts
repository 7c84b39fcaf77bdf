import { TOPE_CONTRATOS_CON_EL_ESTADO, TOPE_NO_RESPONSABLE, type Tope } from '@autogestion/normas/rut';
import { cuantos, dinero, opcion, siONo } from '../../interfaz/preguntas/index.ts';
import { guion } from '../../interfaz/recorrido/index.ts';
import { hechosAbiertos, limiteEnPalabras, type HechosDelBorrador } from '../procedimiento/index.ts';
import { listaDeContratos } from './contratos.tsx';
import { faltaPara } from './evaluar.ts';
import { CUALES, FICHA, NOMBRE_DE_CLASE, type Cual, type Leido } from './solicitud.ts';

type ConHechos = { hechos: Partial<HechosDelBorrador> };

const PARTE: Record<Cual, string> = { anterior: 'El año anterior', 'en-curso': 'Este año' };
const hastaHoy = (cual: Cual): string => (cual === 'en-curso' ? ', desde el 1 de enero hasta hoy' : '');
const anioDe = (cual: Cual) => (d: ConHechos) => hechosAbiertos(d).anio - (cual === 'anterior' ? 1 : 0);

/** Limit that applies to whoever answers (ET 437 par. 3 and 5). */
const topeDe = (d: Leido): Tope =>
  FICHA.leer(d).soloContratosConElEstado === true ? TOPE_CONTRATOS_CON_EL_ESTADO : TOPE_NO_RESPONSABLE;

/** One that fits any limit and one that fits none. */
const MONTOS = [{ valor: '50.000.000' }, { valor: '900.000.000' }];

/** Pesos of a year, with the limit that the year has. */
const monto = <D extends Leido>(
  cual: Cual,
  o: { ayuda: string; regla: string; tope: (d: D) => Tope; rotulo: string },
) =>
  dinero<D>({
    antes: (d) => `${o.regla} ${limiteEnPalabras(o.tope(d), anioDe(cual)(d))}.`,
    ayuda: o.ayuda,
    rotulo: (d) => `${o.rotulo} de ${anioDe(cual)(d)}`,
    ejemplos: MONTOS,
  });

/** Income of everything, for those in the SIMPLE (ET 437 par. 4). */
function ingresosTotales(cual: Cual) {
  const anio = anioDe(cual);
  return guion<HechosDelBorrador>()
    .parte(PARTE[cual], faltaPara('simple-ingresos'))
    .paso(
      `ingresos-totales-${cual}`,
      { nombre: 'Todos sus ingresos', pregunta: (d) => `¿Cuánto recibió en total en ${anio(d)}?` },
      monto(cual, {
        rotulo: 'Todos sus ingresos',
        ayuda: `Todo lo que le entró${hastaHoy(cual)}, por cualquier concepto, antes de descontar gastos. Por ejemplo, 48.000.000`,
        regla: 'Como está en el SIMPLE, deja de ser responsable si recibe menos de',
        tope: () => TOPE_NO_RESPONSABLE,
      }),
    );
}

/** The six numerals of ET 437 par. 3 in one year. */
function delAnio(cual: Cual) {
  const anio = anioDe(cual);
  return guion<HechosDelBorrador>()
    .parte(PARTE[cual], faltaPara('paragrafo-3'))
    .paso(
      `ingresos-${cual}`,
      {
        nombre: 'Ingresos de su actividad',
        pregunta: (d) => `¿Cuánto recibió por su actividad en ${anio(d)}?`,
      },
      monto(cual, {
        rotulo: 'Ingresos de su actividad',
        ayuda: `Lo que cobró${hastaHoy(cual)}, antes de descontar gastos. Por ejemplo, 48.000.000`,
        regla: 'Para dejar de ser responsable debe ser menos de',
        tope: topeDe,
      }),
    )
    .paso(
      `establecimientos-${cual}`,
      {
        nombre: 'Locales',
        pregunta: (d) => `¿Cuántos locales, oficinas o sedes tuvo a la vez en ${anio(d)}?`,
      },
      cuantos({
        mensaje: 'Escriba un número entre 0 y 999. Si no tuvo local, escriba 0.',
        etiqueta: 'Número de locales',
        ayuda:
          'Ponemos los que dice su RUT; corríjalo si no es así. Si trabaja desde su casa o en la calle, escriba 0.',
        hoy: (d) => hechosAbiertos(d).rut.establecimientos,
        rotulo: (d) => `Locales en ${anio(d)}`,
      }),
    )
    .paso(
      `intangibles-${cual}`,
      {
        nombre: 'Franquicia',
        pregunta: (d) => `En ${anio(d)}, ¿su negocio usó una franquicia, concesión o regalía?`,
      },
      siONo({
        etiqueta: 'Franquicia o parecido',
        ayuda: 'Por ejemplo, si paga por usar la marca o el sistema de otra empresa.',
        rotulo: (d) => `Franquicia o parecido en ${anio(d)}`,
      }),
    )
    .paso(
      `aduanero-${cual}`,
      { nombre: 'Aduanas', pregunta: (d) => `En ${anio(d)}, ¿fue usuario aduanero?` },
      siONo({
        etiqueta: 'Usuario aduanero',
        ayuda: 'Por ejemplo, si importó o exportó a su nombre.',
        rotulo: (d) => `Usuario aduanero en ${anio(d)}`,
      }),
    )
    .paso(
      `contratos-${cual}`,
      {
        nombre: 'Contratos',
        pregunta: (d) => `¿Firmó contratos en ${anio(d)} para vender o prestar servicios?`,
      },
      siONo({
        ayuda: 'Cuentan los de lo que paga IVA, escritos o de palabra.',
        rotulo: false,
        ademas: (si, d) => (si ? [] : [{ rotulo: `Contratos en ${anio(d)}`, valor: 'Ninguno' }]),
      }),
    )
    .paso(
      `lista-contratos-${cual}`,
      {
        nombre: 'Sus contratos',
        pregunta: (d) => `Sus contratos de ${anio(d)}`,
        aplica: (d: Leido) => d.respuestas[`contratos-${cual}`] === true,
      },
      listaDeContratos({
        antes: (d) =>
          `Cada uno debe ser de menos de ${limiteEnPalabras(topeDe(d), anio(d))}. Los que tenga con una misma persona o entidad se suman. Si son muchos, escriba los más grandes.`,
        rotulo: (c, d) => `Contrato de ${anio(d)} con ${c.contratante}`,
      }),
    )
    .paso(
      `consignaciones-${cual}`,
      {
        nombre: 'Consignaciones de su actividad',
        pregunta: (d) => `¿Cuánto le consignaron por su actividad en ${anio(d)}?`,
      },
      monto(cual, {
        rotulo: 'Consignaciones de su actividad',
        ayuda: `Consignaciones, depósitos e inversiones que vienen de lo que paga IVA${hastaHoy(cual)}. Por ejemplo, 40.000.000`,
        regla: 'Para dejar de ser responsable no debe pasar de',
        tope: topeDe,
      }),
    );
}

/**
 * Questionnaire of the withdrawal of IVA (48 → 49): ET 437 par. 3 and 4, with the conditions of the year before and of
 * this one (DUR 1.6.1.2.14 par. 2). As soon as an answer settles it, nothing more is asked.
 */
export const preguntasRetiroIva = () =>
  guion<HechosDelBorrador>()
    .parte('Su negocio')
    .paso(
      'solo-tiendas',
      {
        nombre: 'Tienda o peluquería',
        pregunta: '¿Todas sus actividades son de tienda pequeña, minimercado o peluquería?',
        aplica: faltaPara('simple-tiendas'),
      },
      siONo({
        etiqueta: 'Solo tienda o peluquería',
        rotulo: 'Solo tienda o peluquería',
        ayuda:
          'Está en el SIMPLE: quien solo tiene tienda pequeña, minimercado, micromercado o peluquería no responde por IVA.',
      }),
    )
    .cada(CUALES, ingresosTotales)
    .paso(
      'actividad',
      {
        nombre: 'A qué se dedica',
        pregunta: '¿Qué es lo que hace en su negocio?',
        aplica: faltaPara('paragrafo-3'),
      },
      opcion({
        de: NOMBRE_DE_CLASE,
        campo: 'actividad',
        falta: 'Elija lo que más se parece a lo que hace.',
        etiqueta: 'Lo que hace',
        rotulo: 'Lo que hace',
        ayuda: 'Si hace varias cosas, elija la que más ingresos le da.',
        // The other three go where who sells at retail goes.
        ejemplos: ['servicios', 'minorista', 'mayorista'].map((actividad) => ({ actividad })),
      }),
    )
    .paso(
      'solo-estado',
      {
        nombre: 'Contratos con el Estado',
        pregunta: '¿Todo lo que recibe es por contratos con entidades del Estado?',
        aplica: (d) => d.respuestas.actividad === 'servicios' && faltaPara('paragrafo-3')(d),
      },
      siONo({
        etiqueta: 'Solo contratos con el Estado',
        rotulo: 'Solo contratos con el Estado',
        ayuda: 'Si recibe algo de otra parte, aunque sea poco, responda No.',
      }),
    )
    .cada(CUALES, delAnio);
