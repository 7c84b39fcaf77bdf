import { formatearPesos, leerPesos } from '@autogestion/normas/dinero';
import { pais, PAISES } from '@autogestion/normas/geografia';
import { claveDe, nombreDePersona, porcentajeEscrito } from '@autogestion/normas/rut';
import { z } from 'zod';
import { CampoTexto, Selector } from '../../../../interfaz/index.ts';
import { lasDemas, partesDeCierre, repetidos, type Paso } from '../../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { linea } from '../../../inscripcion/campos.ts';
import type { Nombres } from '../../../pasos/nombres.tsx';
import { PORCENTAJE, textoDeHasta } from '../../campos.ts';
import {
  cambia,
  hechosDe,
  paso,
  type DatosActualizacion,
  type Hechos,
  type Respuestas,
} from '../../tipos.ts';
import {
  claveDeDocumento,
  DE_PERSONA,
  diaEscrito,
  documentoEscrito,
  documentosDeEjemplo,
  esLaPrimera,
  guardadoSalvo,
  listaRepetida,
  nombreEscrito,
  partesDeAccion,
  partesDeCual,
  partesDeDocumento,
  partesDeFecha,
  partesDeNombres,
  type Documento,
} from './comun.tsx';

const PARTE = 'Socios';
const GRUPO = 'socio';
const NIT = '31';
const TEXTOS = { agregar: 'Entró un socio o miembro', retirar: 'Salió un socio o miembro' } as const;

const accion = (d: DatosActualizacion) => d.respuestas['socio-accion']?.accion;
const toca = cambia('socios');
export const saleSocio = (d: DatosActualizacion) => toca(d) && accion(d) === 'retirar';
export const entraSocio = (d: DatosActualizacion) => toca(d) && accion(d) === 'agregar';
const esEntidad = (d: DatosActualizacion) => d.respuestas['socio-documento']?.tipo === NIT;

const claveQueSale = (d: DatosActualizacion) =>
  saleSocio(d) ? d.respuestas['socio-sale']?.clave : undefined;

/** Those of the RUT whom no other change of the draft takes out. */
const losDeHoy = (d: DatosActualizacion) => {
  const salen = lasDemas(d, GRUPO).map(claveQueSale);
  return (hechosDe(d).registro.socios ?? [])
    .filter((s) => s.retiro === undefined)
    .map((s) => ({ clave: claveDe(s), nombre: nombreDePersona(s) }))
    .filter((s) => !salen.includes(s.clave));
};

/** Nobody who is a partner already, nor who another change of the draft brings in or takes out. */
function exigirOtro(d: DatosActualizacion, v: Documento): string | undefined {
  const clave = claveDeDocumento(v);
  const demas = lasDemas(d, GRUPO);
  const entra = (o: DatosActualizacion) => entraSocio(o) && o.respuestas['socio-documento'];
  if (demas.map(entra).some((otro) => otro && claveDeDocumento(otro) === clave))
    return 'Ese documento ya entra con otro cambio de esta actualización.';
  if (demas.some((o) => claveQueSale(o) === clave))
    return 'Ese socio sale en esta misma actualización. Si no salió, quite ese cambio.';
  return losDeHoy(d).some((s) => s.clave === clave)
    ? 'Ese documento ya está entre los socios del RUT.'
    : undefined;
}

function describir(d: DatosActualizacion): string | undefined {
  const { respuestas: r } = d;
  if (saleSocio(d)) {
    const sale = (hechosDe(d).registro.socios ?? []).find((s) => claveDe(s) === r['socio-sale']?.clave);
    return sale && r['socio-retiro'] && `Salió el socio ${nombreDePersona(sale)}`;
  }
  const nombre = esEntidad(d) ? r['socio-razon']?.razonSocial : quien(r['socio-nombres']);
  if (!nombre || !r['socio-participacion'] || !r['socio-ingreso']) return undefined;
  return `Entró el socio ${nombre}, con el ${porcentajeEscrito(r['socio-participacion'].participacion)} %`;
}

const quien = (n: Nombres | undefined) => n && nombreEscrito(n);
const REPETIDO = listaRepetida(GRUPO, describir);

const CAPITAL = z.object({
  capital: linea.transform((v, ctx) => {
    const leido = leerPesos(v);
    if (leido.ok) return String(leido.valor);
    ctx.addIssue({ code: 'custom', message: leido.mensaje });
    return z.NEVER;
  }),
});

const PARTICIPACION = z.object({ participacion: PORCENTAJE });

/** Sheet 4 (boxes 111 to 123). */
export function pasosSocio(reloj: Reloj): Paso<Respuestas, Hechos>[] {
  const deUnCambio = [
    paso<'socio-accion'>({
      slug: 'socio-accion',
      parte: PARTE,
      nombre: 'Qué cambia en los socios',
      pregunta: '¿Qué cambió en los socios?',
      aplica: toca,
      ...partesDeAccion(['agregar', 'retirar'], TEXTOS, (d, a) => a === 'agregar' || losDeHoy(d).length > 0),
      resumen: (v) => [{ clave: 'Socios', valor: TEXTOS[v.accion] }],
    }),
    paso<'socio-sale'>({
      slug: 'socio-sale',
      parte: PARTE,
      nombre: 'Quién salió',
      pregunta: '¿Qué socio salió?',
      aplica: saleSocio,
      ...partesDeCual('Socio o miembro que salió', losDeHoy),
      cumplido: (d) => losDeHoy(d).some((s) => s.clave === d.respuestas['socio-sale']?.clave),
      resumen: (v, d) => [
        { clave: 'Salió', valor: losDeHoy(d).find((s) => s.clave === v.clave)?.nombre ?? v.clave },
      ],
    }),
    paso<'socio-retiro'>({
      slug: 'socio-retiro',
      parte: PARTE,
      nombre: 'Cuándo salió',
      pregunta: '¿Qué día salió?',
      aplica: saleSocio,
      ...partesDeFecha(reloj, 'Fecha de retiro'),
      resumen: (v) => [{ clave: 'Fecha de retiro', valor: diaEscrito(v) }],
    }),
    paso<'socio-documento'>({
      slug: 'socio-documento',
      parte: PARTE,
      nombre: 'Documento',
      pregunta: '¿Cuál es el documento del socio que entró?',
      aplica: entraSocio,
      ...partesDeDocumento([...DE_PERSONA, NIT]),
      resumen: (v) => [{ clave: 'Documento', valor: documentoEscrito(v) }],
      alGuardar: async (c, v) => guardadoSalvo('numero', exigirOtro(c.datos, v)),
      ejemplos: (d) => [
        ...documentosDeEjemplo(d),
        { escrito: { tipo: NIT, numero: esLaPrimera(d) ? '899.999.034-1' : '899.999.063-3' } },
      ],
    }),
    paso<'socio-nombres'>({
      slug: 'socio-nombres',
      parte: PARTE,
      nombre: 'Nombres',
      pregunta: '¿Cómo se llama el socio?',
      aplica: (d) => entraSocio(d) && !esEntidad(d),
      ...partesDeNombres,
      resumen: (v) => [{ clave: 'Socio', valor: nombreEscrito(v) }],
    }),
    paso<'socio-razon'>({
      slug: 'socio-razon',
      parte: PARTE,
      nombre: 'Razón social',
      pregunta: '¿Cuál es la razón social del socio?',
      aplica: (d) => entraSocio(d) && esEntidad(d),
      esquema: z.object({ razonSocial: textoDeHasta(150, 'La razón social', 'Escriba la razón social.') }),
      pagina: (c) => (
        <CampoTexto {...c.campo.texto('razonSocial')} etiqueta="Razón social" ortografia={false} />
      ),
      resumen: (v) => [{ clave: 'Socio', valor: v.razonSocial }],
      ejemplos: [{ escrito: { razonSocial: 'Ficticia Holding S.A.S.' } }],
    }),
    paso<'socio-nacionalidad'>({
      slug: 'socio-nacionalidad',
      parte: PARTE,
      nombre: 'Nacionalidad',
      pregunta: '¿De qué país es?',
      aplica: entraSocio,
      esquema: z.object({ pais: linea.refine((v) => pais(v) !== undefined, { error: 'Elija el país.' }) }),
      pagina: (c) => (
        <Selector
          {...c.campo.texto('pais')}
          etiqueta="País"
          conBusqueda
          opciones={PAISES.map((p) => ({ valor: p.codigo, texto: p.nombre }))}
        />
      ),
      resumen: (v) => [{ clave: 'Nacionalidad', valor: pais(v.pais)?.nombre ?? v.pais }],
      ejemplos: [{ escrito: { pais: '169' } }],
    }),
    paso<'socio-capital'>({
      slug: 'socio-capital',
      parte: PARTE,
      nombre: 'Capital',
      pregunta: '¿Cuánto capital tiene?',
      aplica: entraSocio,
      esquema: CAPITAL,
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('capital')}
          etiqueta="Valor del capital, en pesos"
          ayuda="Por ejemplo, 1.000.000. Si no aporta capital, escriba 0."
          teclado="numeric"
          ancho={20}
        />
      ),
      resumen: (v) => [{ clave: 'Capital', valor: formatearPesos(BigInt(v.capital)) }],
      ejemplos: [{ escrito: { capital: '1.000.000' } }],
    }),
    paso<'socio-participacion'>({
      slug: 'socio-participacion',
      parte: PARTE,
      nombre: 'Participación',
      pregunta: '¿Qué porcentaje tiene?',
      aplica: entraSocio,
      esquema: PARTICIPACION,
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('participacion')}
          etiqueta="Porcentaje de participación"
          ayuda="Con dos decimales a lo sumo: 33,33"
          ancho={10}
        />
      ),
      resumen: (v) => [{ clave: 'Participación', valor: `${porcentajeEscrito(v.participacion)} %` }],
      ejemplos: [{ escrito: { participacion: '33,33 %' } }],
    }),
    paso<'socio-ingreso'>({
      slug: 'socio-ingreso',
      parte: PARTE,
      nombre: 'Cuándo entró',
      pregunta: '¿Qué día entró?',
      aplica: entraSocio,
      ...partesDeFecha(reloj, 'Fecha de ingreso'),
      resumen: (v) => [{ clave: 'Fecha de ingreso', valor: diaEscrito(v) }],
    }),
  ];
  return [
    ...repetidos(REPETIDO, deUnCambio),
    paso<'socio-otra-vez'>({
      slug: 'socio-otra-vez',
      parte: PARTE,
      nombre: 'Otro cambio',
      pregunta: '¿Hay otro cambio en los socios?',
      aplica: toca,
      ...partesDeCierre(REPETIDO),
    }),
  ];
}
