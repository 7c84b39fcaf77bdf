import { TOPE_NO_RESPONSABLE } from '@autogestion/normas/rut';
import { cuantos, dinero, siONo } from '../../interfaz/preguntas/index.ts';
import { guion } from '../../interfaz/recorrido/index.ts';
import {
  alResponder,
  hechosAbiertos,
  limiteEnPalabras,
  type HechosDelBorrador,
} from '../procedimiento/index.ts';
import { evaluar } from './evaluar.ts';
import { FICHA, HACE, type Hace, type Leido } from './solicitud.ts';

/** An answer that makes it impossible ends the questions. */
const posible = (d: Leido) => alResponder(FICHA, evaluar)(d).estado !== 'no-cumple';

/** The conditions of ET 512-13 in one year. */
function delAnio(hace: Hace) {
  const anioDe = (d: { hechos: Partial<HechosDelBorrador> }) => hechosAbiertos(d).anio - hace;
  const hastaHoy = hace === 0 ? ', desde el 1 de enero hasta hoy' : '';
  return guion<HechosDelBorrador>()
    .parte(hace === 0 ? 'Este año' : 'Los tres años anteriores', posible)
    .paso(
      `ingresos-hace-${hace}`,
      {
        nombre: 'Ingresos por comidas y bebidas',
        pregunta: (d) => `¿Cuánto recibió por comidas y bebidas en ${anioDe(d)}?`,
      },
      dinero({
        antes: (d) =>
          `Para dejar de ser responsable debe ser menos de ${limiteEnPalabras(TOPE_NO_RESPONSABLE, anioDe(d))}.`,
        ayuda: `Lo que cobró${hastaHoy}, antes de descontar gastos. Si todavía no tenía el negocio, escriba 0.`,
        rotulo: (d) => `Ingresos de ${anioDe(d)}`,
        ejemplos: [{ valor: '60.000.000' }, { valor: '900.000.000' }],
      }),
    )
    .paso(
      `establecimientos-hace-${hace}`,
      { nombre: 'Locales', pregunta: (d) => `¿Cuántos locales tuvo a la vez en ${anioDe(d)}?` },
      cuantos({
        mensaje: 'Escriba un número entre 0 y 999. Si no tuvo local, escriba 0.',
        etiqueta: 'Número de locales',
        ayuda: 'Ponemos los que dice su RUT; corríjalo si no es así. Se permite uno.',
        hoy: (d) => hechosAbiertos(d).rut.establecimientos,
        rotulo: (d) => `Locales en ${anioDe(d)}`,
      }),
    );
}

/**
 * Questionnaire of the withdrawal of the consumption tax of restaurants and bars (33 → 50): ET 512-13 in each of the
 * three years before and in this one (DUR 1.6.1.2.14 par. 3).
 */
export const preguntasRetiroInc = () =>
  guion<HechosDelBorrador>()
    .parte('Su negocio', posible)
    .paso(
      'solo-restaurantes',
      {
        nombre: 'Comidas y bebidas',
        pregunta: '¿Cobra el impuesto al consumo solo por servir comidas o bebidas?',
      },
      siONo({
        etiqueta: 'Solo comidas o bebidas',
        rotulo: 'Solo comidas o bebidas',
        ayuda:
          'Restaurante, cafetería, heladería, panadería, comidas para llevar, bar o parecido. Si también lo cobra por otra cosa, como telefonía o vehículos, responda No.',
      }),
    )
    .cada(HACE, delAnio);
