import { definidos } from '@autogestion/normas/definidos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { ANIOS_ANTERIORES_DEL_INC, TOPE_NO_RESPONSABLE } from '@autogestion/normas/rut';
import { CampoPesos, CampoTexto } from '../../interfaz/index.ts';
import { pasosDe, type Datos, type Paso, type Recorrido } from '../../interfaz/recorrido/index.ts';
import {
  CUANTOS,
  deSiONo,
  enJson,
  limiteEnPalabras,
  partesDeSiNo,
  VALOR,
  type SiONo,
} from '../verificados/campos.tsx';
import { hechosAbiertos, type HechosDelBorrador } from '../verificados/hechos-del-rut.ts';
import { pasoDeRespuesta, REVISION } from '../verificados/respuesta.tsx';
import { sabidoAlAbrir } from '../verificados/tipo-de-retiro.ts';
import { terminarEn } from '../verificados/terminar.ts';
import { evaluarSolicitud } from './evaluar-solicitud.ts';
import type { SolicitudRetiroInc } from './solicitud.ts';

export const RETIRO_INC = 'tramites-rut.retiro-inc';

/** How many years before that of the request. */
type Hace = 3 | 2 | 1 | 0;
const HACE: readonly Hace[] = [ANIOS_ANTERIORES_DEL_INC, 2, 1, 0];

type Respuestas = {
  'solo-restaurantes': { respuesta: SiONo };
  respuesta: Record<string, never>;
} & { [K in Hace as `ingresos-hace-${K}`]: { valor: bigint } } & {
  [K in Hace as `establecimientos-hace-${K}`]: { cuantos: number };
};
type DatosRetiroInc = Datos<Respuestas, HechosDelBorrador>;

const paso = pasosDe<Respuestas, HechosDelBorrador>();
const anioDe = (hace: Hace, d: DatosRetiroInc): number => hechosAbiertos(d).anio - hace;

/**
 * Questionnaire of the withdrawal of the consumption tax of restaurants and bars (33 → 50): ET 512-13 in each of the
 * three years before and in this one (DUR 1.6.1.2.14 par. 3). An answer that makes it impossible ends the questions.
 */
export const recorridoRetiroInc = (): Recorrido<Respuestas, HechosDelBorrador> => ({
  id: RETIRO_INC,
  version: 1,
  titulo: 'Dejar de ser responsable del impuesto al consumo',
  diasDeEspera: 30,
  pasos: [pasoDelNegocio(), ...HACE.flatMap(pasosDelAnio), RESPUESTA_FINAL],
  revision: REVISION,
  terminar: terminarEn(RETIRO_INC, solicitudDe),
});

const posible = (d: DatosRetiroInc): boolean => evaluar(d).estado !== 'no-cumple';

const pasoDelNegocio = () =>
  paso<'solo-restaurantes'>({
    slug: 'solo-restaurantes',
    parte: 'Su negocio',
    nombre: 'Comidas y bebidas',
    pregunta: '¿Cobra el impuesto al consumo solo por servir comidas o bebidas?',
    aplica: posible,
    ...partesDeSiNo<Respuestas, HechosDelBorrador>({
      clave: 'Solo comidas o bebidas',
      etiqueta: 'Solo comidas o bebidas',
      ayuda:
        'Restaurante, cafetería, heladería, panadería, comidas para llevar, bar o parecido. Si también lo cobra por otra cosa, como telefonía o vehículos, responda No.',
    }),
  });

function pasosDelAnio(hace: Hace): Paso<Respuestas, HechosDelBorrador>[] {
  const parte = hace === 0 ? 'Este año' : 'Los tres años anteriores';
  const hastaHoy = hace === 0 ? ', desde el 1 de enero hasta hoy' : '';
  return [
    paso<`ingresos-hace-${Hace}`>({
      slug: `ingresos-hace-${hace}`,
      parte,
      nombre: 'Ingresos por comidas y bebidas',
      pregunta: (d) => `¿Cuánto recibió por comidas y bebidas en ${anioDe(hace, d)}?`,
      aplica: posible,
      esquema: VALOR,
      pagina: (c) => (
        <>
          <p class="govuk-body">
            Para dejar de ser responsable debe ser menos de{' '}
            {limiteEnPalabras(TOPE_NO_RESPONSABLE, anioDe(hace, c.datos))}.
          </p>
          <CampoPesos
            {...c.campo.texto('valor')}
            etiqueta="Ingresos por comidas y bebidas"
            ayuda={`Lo que cobró${hastaHoy}, antes de descontar gastos. Si todavía no tenía el negocio, escriba 0.`}
          />
        </>
      ),
      resumen: (v, d) => [{ clave: `Ingresos de ${anioDe(hace, d)}`, valor: formatearPesos(v.valor) }],
      ejemplos: [{ escrito: { valor: '60.000.000' } }, { escrito: { valor: '900.000.000' } }],
    }),
    paso<`establecimientos-hace-${Hace}`>({
      slug: `establecimientos-hace-${hace}`,
      parte,
      nombre: 'Locales',
      pregunta: (d) => `¿Cuántos locales tuvo a la vez en ${anioDe(hace, d)}?`,
      aplica: posible,
      esquema: CUANTOS,
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('cuantos')}
          valor={
            c.valores.cuantos === undefined
              ? String(hechosAbiertos(c.datos).rut.establecimientos)
              : c.campo.texto('cuantos').valor
          }
          etiqueta="Número de locales"
          ayuda="Ponemos los que dice su RUT; corríjalo si no es así. Se permite uno."
          teclado="numeric"
          ancho={3}
        />
      ),
      resumen: (v, d) => [{ clave: `Locales en ${anioDe(hace, d)}`, valor: String(v.cuantos) }],
      ejemplos: [{ escrito: { cuantos: '1' } }, { escrito: { cuantos: '2' } }],
    }),
  ];
}

/** What has been answered until now, as it would be signed. */
export function solicitudDe(d: DatosRetiroInc): SolicitudRetiroInc {
  const { respuestas: r } = d;
  const solo = deSiONo(r['solo-restaurantes']);
  return {
    anio: hechosAbiertos(d).anio,
    ...definidos({ soloRestaurantesYBares: solo }),
    porAnio: HACE.map((hace) => {
      const ingresos = enJson(r[`ingresos-hace-${hace}`]?.valor);
      const establecimientos = r[`establecimientos-hace-${hace}`]?.cuantos;
      return {
        anio: anioDe(hace, d),
        ...definidos({ ingresos, establecimientos }),
      };
    }),
  };
}

function evaluar(d: DatosRetiroInc) {
  return evaluarSolicitud(sabidoAlAbrir(hechosAbiertos(d)), solicitudDe(d));
}

const RESPUESTA_FINAL = paso<'respuesta'>(
  pasoDeRespuesta({
    evaluar,
    que: 'dejar de ser responsable del impuesto al consumo',
    mientras: 'Sigue siendo responsable: cobre y declare el impuesto.',
  }),
);
