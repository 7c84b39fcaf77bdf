import { formatearPesos } from '@autogestion/normas/dinero';
import { TOPE_CONTRATOS_CON_EL_ESTADO, TOPE_NO_RESPONSABLE, type Tope } from '@autogestion/normas/rut';
import { CampoPesos, CampoTexto } from '../../interfaz/index.ts';
import type { Paso } from '../../interfaz/recorrido/index.ts';
import { CUANTOS, limiteEnPalabras, RESPUESTA, SiNo, VALOR } from '../verificados/campos.tsx';
import { hechosAbiertos, type HechosDelBorrador } from '../verificados/hechos-del-rut.ts';
import {
  accionesDeContratos,
  BotonOtroContrato,
  CONTRATOS,
  FilasDeContratos,
  lineasDeContratos,
} from './contratos.tsx';
import {
  anioDe,
  faltaPara,
  paso,
  solicitudDe,
  type Cual,
  type DatosRetiroIva,
  type Respuestas,
} from './pasos.ts';

const PARTE: Record<Cual, string> = { anterior: 'El año anterior', 'en-curso': 'Este año' };

/** Limit that applies to whoever answers (ET 437 par. 3 and 5). */
const topeDe = (d: DatosRetiroIva): Tope =>
  solicitudDe(d).soloContratosConElEstado === true ? TOPE_CONTRATOS_CON_EL_ESTADO : TOPE_NO_RESPONSABLE;

const hastaHoy = (cual: Cual): string => (cual === 'en-curso' ? ', desde el 1 de enero hasta hoy' : '');

const EJEMPLOS_SI_NO = [{ escrito: { respuesta: 'no' } }, { escrito: { respuesta: 'si' } }];
/** One that fits any limit and one that fits none. */
const EJEMPLOS_PESOS = [{ escrito: { valor: '50.000.000' } }, { escrito: { valor: '900.000.000' } }];

type Monto = 'ingresos' | 'ingresos-totales' | 'consignaciones';

/** A page that asks for pesos and says the limit of its year. */
function pasoDeMonto(
  monto: Monto,
  cual: Cual,
  p: {
    nombre: string;
    pregunta: (anio: number) => string;
    ayuda: string;
    regla: string;
    tope: (d: DatosRetiroIva) => Tope;
  },
): Paso<Respuestas, HechosDelBorrador> {
  return paso<`${Monto}-${Cual}`>({
    slug: `${monto}-${cual}`,
    parte: PARTE[cual],
    nombre: p.nombre,
    pregunta: (d) => p.pregunta(anioDe(cual, d)),
    aplica: faltaPara(monto === 'ingresos-totales' ? 'simple-ingresos' : 'paragrafo-3'),
    esquema: VALOR,
    pagina: (c) => (
      <>
        <p class="govuk-body">
          {p.regla} {limiteEnPalabras(p.tope(c.datos), anioDe(cual, c.datos))}.
        </p>
        <CampoPesos {...c.campo.texto('valor')} etiqueta={p.nombre} ayuda={p.ayuda} />
      </>
    ),
    resumen: (v, d) => [{ clave: `${p.nombre} de ${anioDe(cual, d)}`, valor: formatearPesos(v.valor) }],
    ejemplos: EJEMPLOS_PESOS,
  });
}

/** Income of everything, for those in the SIMPLE (ET 437 par. 4). */
export const pasoDeIngresosTotales = (cual: Cual) =>
  pasoDeMonto('ingresos-totales', cual, {
    nombre: 'Todos sus ingresos',
    pregunta: (anio) => `¿Cuánto recibió en total en ${anio}?`,
    ayuda: `Todo lo que le entró${hastaHoy(cual)}, por cualquier concepto, antes de descontar gastos. Por ejemplo, 48.000.000`,
    regla: 'Como está en el SIMPLE, deja de ser responsable si recibe menos de',
    tope: () => TOPE_NO_RESPONSABLE,
  });

/** The six numerals of ET 437 par. 3 in one year, a page each. */
export function pasosDelAnio(cual: Cual): Paso<Respuestas, HechosDelBorrador>[] {
  const comun = { parte: PARTE[cual], aplica: faltaPara('paragrafo-3') };
  const siNo = (valor: { respuesta: 'si' | 'no' }) => (valor.respuesta === 'si' ? 'Sí' : 'No');
  return [
    pasoDeMonto('ingresos', cual, {
      nombre: 'Ingresos de su actividad',
      pregunta: (anio) => `¿Cuánto recibió por su actividad en ${anio}?`,
      ayuda: `Lo que cobró${hastaHoy(cual)}, antes de descontar gastos. Por ejemplo, 48.000.000`,
      regla: 'Para dejar de ser responsable debe ser menos de',
      tope: topeDe,
    }),
    paso<`establecimientos-${Cual}`>({
      ...comun,
      slug: `establecimientos-${cual}`,
      nombre: 'Locales',
      pregunta: (d) => `¿Cuántos locales, oficinas o sedes tuvo a la vez en ${anioDe(cual, d)}?`,
      esquema: CUANTOS,
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('cuantos')}
          valor={
            c.campo.texto('cuantos').valor ||
            (c.valores.cuantos === undefined ? String(hechosAbiertos(c.datos).rut.establecimientos) : '')
          }
          etiqueta="Número de locales"
          ayuda="Ponemos los que dice su RUT; corríjalo si no es así. Si trabaja desde su casa o en la calle, escriba 0."
          teclado="numeric"
          ancho={3}
        />
      ),
      resumen: (v, d) => [{ clave: `Locales en ${anioDe(cual, d)}`, valor: String(v.cuantos) }],
      ejemplos: [{ escrito: { cuantos: '1' } }, { escrito: { cuantos: '2' } }],
    }),
    paso<`intangibles-${Cual}`>({
      ...comun,
      slug: `intangibles-${cual}`,
      nombre: 'Franquicia',
      pregunta: (d) => `En ${anioDe(cual, d)}, ¿su negocio usó una franquicia, concesión o regalía?`,
      esquema: RESPUESTA,
      pagina: (c) => (
        <SiNo
          c={c}
          etiqueta="Franquicia o parecido"
          ayuda="Por ejemplo, si paga por usar la marca o el sistema de otra empresa."
        />
      ),
      resumen: (v, d) => [{ clave: `Franquicia o parecido en ${anioDe(cual, d)}`, valor: siNo(v) }],
      ejemplos: EJEMPLOS_SI_NO,
    }),
    paso<`aduanero-${Cual}`>({
      ...comun,
      slug: `aduanero-${cual}`,
      nombre: 'Aduanas',
      pregunta: (d) => `En ${anioDe(cual, d)}, ¿fue usuario aduanero?`,
      esquema: RESPUESTA,
      pagina: (c) => (
        <SiNo c={c} etiqueta="Usuario aduanero" ayuda="Por ejemplo, si importó o exportó a su nombre." />
      ),
      resumen: (v, d) => [{ clave: `Usuario aduanero en ${anioDe(cual, d)}`, valor: siNo(v) }],
      ejemplos: EJEMPLOS_SI_NO,
    }),
    paso<`contratos-${Cual}`>({
      ...comun,
      slug: `contratos-${cual}`,
      nombre: 'Contratos',
      pregunta: (d) => `¿Firmó contratos en ${anioDe(cual, d)} para vender o prestar servicios?`,
      esquema: RESPUESTA,
      pagina: (c) => (
        <SiNo c={c} etiqueta="Contratos" ayuda="Cuentan los de lo que paga IVA, escritos o de palabra." />
      ),
      resumen: (v, d) =>
        v.respuesta === 'si' ? [] : [{ clave: `Contratos en ${anioDe(cual, d)}`, valor: 'Ninguno' }],
      ejemplos: EJEMPLOS_SI_NO,
    }),
    paso<`lista-contratos-${Cual}`>({
      ...comun,
      aplica: (d) => d.respuestas[`contratos-${cual}`]?.respuesta === 'si' && comun.aplica(d),
      slug: `lista-contratos-${cual}`,
      nombre: 'Sus contratos',
      pregunta: (d) => `Sus contratos de ${anioDe(cual, d)}`,
      esquema: CONTRATOS,
      acciones: accionesDeContratos,
      pagina: (c) => (
        <>
          <p class="govuk-body">
            Cada uno debe ser de menos de {limiteEnPalabras(topeDe(c.datos), anioDe(cual, c.datos))}. Los que
            tenga con una misma persona o entidad se suman. Si son muchos, escriba los más grandes.
          </p>
          <FilasDeContratos c={c} />
        </>
      ),
      pie: BotonOtroContrato,
      resumen: (v, d) => lineasDeContratos(v.contratos, anioDe(cual, d)),
      ejemplos: [
        { escrito: { 'contratante-1': 'Alcaldía de Chía', 'valor-1': '30.000.000' } },
        {
          escrito: {
            'contratante-1': 'Alcaldía de Chía',
            'valor-1': '120.000.000',
            'contratante-2': 'ALCALDIA DE CHIA',
            'valor-2': '120.000.000',
          },
        },
      ],
    }),
    pasoDeMonto('consignaciones', cual, {
      nombre: 'Consignaciones de su actividad',
      pregunta: (anio) => `¿Cuánto le consignaron por su actividad en ${anio}?`,
      ayuda: `Consignaciones, depósitos e inversiones que vienen de lo que paga IVA${hastaHoy(cual)}. Por ejemplo, 40.000.000`,
      regla: 'Para dejar de ser responsable no debe pasar de',
      tope: topeDe,
    }),
  ];
}
