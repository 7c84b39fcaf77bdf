import { claveDe, nombreDePersona, porcentajeEscrito } from '@autogestion/normas/rut';
import {
  dinero,
  nombreCorrido,
  pais,
  porcentaje,
  type Documento,
} from '../../../../interfaz/preguntas/index.ts';
import { lasDemas } from '../../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { cambia, hechosDe, preguntas, type Dicho } from '../../tipos.ts';
import {
  claveDeDocumento,
  cual,
  DE_PERSONA,
  documentoDe,
  falla,
  fechaDe,
  LISTA,
  nombreDe,
  nombresDe,
  queHacer,
} from './comun.ts';

const GRUPO = 'socio';
const NIT = '31';
const TEXTOS = { agregar: 'Entró un socio o miembro', retirar: 'Salió un socio o miembro' } as const;

/** What a change of this list asks of the others. */
type DeSocio = Dicho<{
  'socio-accion': keyof typeof TEXTOS;
  'socio-sale': string;
  'socio-documento': Documento;
}>;
const sale = (d: DeSocio) => d.respuestas['socio-accion'] === 'retirar';
const entra = (d: DeSocio) => d.respuestas['socio-accion'] === 'agregar';
const esEntidad = (d: DeSocio) => d.respuestas['socio-documento']?.tipo === NIT;

const losDelRut = (d: DeSocio) =>
  (hechosDe(d).registro.socios ?? [])
    .filter((s) => s.retiro === undefined)
    .map((s) => ({ clave: claveDe(s), nombre: nombreDePersona(s) }));

/** Those of the RUT whom no other change of the draft takes out. */
const losDeHoy = (d: DeSocio) => {
  const salen = lasDemas(d, GRUPO).map((o) => o.respuestas['socio-sale']);
  return losDelRut(d).filter((s) => !salen.includes(s.clave));
};

/** Nobody who is a partner already, nor who another change of the draft brings in or takes out. */
function otro(v: Documento, d: DeSocio): string | undefined {
  const clave = claveDeDocumento(v);
  const demas = lasDemas(d, GRUPO).map((o) => o.respuestas);
  if (demas.some(({ 'socio-documento': o }) => o && claveDeDocumento(o) === clave))
    return 'Ese documento ya entra con otro cambio de esta actualización.';
  if (demas.some((o) => o['socio-sale'] === clave))
    return 'Ese socio sale en esta misma actualización. Si no salió, quite ese cambio.';
  return losDeHoy(d).some((s) => s.clave === clave)
    ? 'Ese documento ya está entre los socios del RUT.'
    : undefined;
}

const unCambio = (reloj: Reloj) =>
  preguntas()
    .paso(
      'socio-accion',
      { nombre: 'Qué cambia en los socios', pregunta: '¿Qué cambió en los socios?' },
      queHacer('Socios', TEXTOS, (a, d: DeSocio) => a === 'agregar' || losDeHoy(d).length > 0),
    )
    .paso(
      'socio-sale',
      { nombre: 'Quién salió', pregunta: '¿Qué socio salió?', aplica: sale },
      cual({ etiqueta: 'Socio o miembro que salió', rotulo: 'Salió', hay: losDeHoy }),
    )
    .paso(
      'socio-retiro',
      { nombre: 'Cuándo salió', pregunta: '¿Qué día salió?', aplica: sale },
      fechaDe(reloj, 'Fecha de retiro'),
    )
    .paso(
      'socio-documento',
      {
        nombre: 'Documento',
        pregunta: '¿Cuál es el documento del socio que entró?',
        aplica: entra,
        admite: (v, d) => falla('numero', otro(v, d)),
      },
      documentoDe([...DE_PERSONA, NIT]),
    )
    .paso(
      'socio-nombres',
      {
        nombre: 'Nombres',
        pregunta: '¿Cómo se llama el socio?',
        aplica: (d) => entra(d) && !esEntidad(d),
      },
      nombresDe('Socio'),
    )
    .paso(
      'socio-razon',
      {
        nombre: 'Razón social',
        pregunta: '¿Cuál es la razón social del socio?',
        aplica: (d) => entra(d) && esEntidad(d),
      },
      nombreDe({
        campo: 'razonSocial',
        rotulo: 'Socio',
        que: 'La razón social',
        falta: 'Escriba la razón social.',
        maximo: 150,
      }),
    )
    .paso(
      'socio-nacionalidad',
      { nombre: 'Nacionalidad', pregunta: '¿De qué país es?', aplica: entra },
      pais({ etiqueta: 'País' }),
    )
    .paso(
      'socio-capital',
      { nombre: 'Capital', pregunta: '¿Cuánto capital tiene?', aplica: entra },
      dinero({
        campo: 'capital',
        etiqueta: 'Valor del capital',
        ayuda: 'Por ejemplo, 1.000.000. Si no aporta capital, escriba 0.',
      }),
    )
    .paso(
      'socio-participacion',
      { nombre: 'Participación', pregunta: '¿Qué porcentaje tiene?', aplica: entra },
      porcentaje({
        campo: 'participacion',
        etiqueta: 'Porcentaje de participación',
        ayuda: 'Con dos decimales a lo sumo: 33,33',
      }),
    )
    .paso(
      'socio-ingreso',
      { nombre: 'Cuándo entró', pregunta: '¿Qué día entró?', aplica: entra },
      fechaDe(reloj, 'Fecha de ingreso'),
    );

/** Sheet 4 (boxes 111 to 123). */
export const preguntasSocio = (reloj: Reloj) =>
  preguntas()
    .parte('Socios', cambia('socios'))
    .lista(
      {
        ...LISTA,
        grupo: GRUPO,
        describir(d) {
          const r = d.respuestas;
          const quien = losDelRut(d).find((s) => s.clave === r['socio-sale']);
          if (sale(d)) return quien && r['socio-retiro'] && `Salió el socio ${quien.nombre}`;
          const n = r['socio-nombres'];
          const nombre = esEntidad(d) ? r['socio-razon'] : n && nombreCorrido(n);
          const parte = r['socio-participacion'];
          if (!nombre || parte === undefined || !r['socio-ingreso']) return undefined;
          return `Entró el socio ${nombre}, con el ${porcentajeEscrito(parte)} %`;
        },
      },
      unCambio(reloj),
      { nombre: 'Otro cambio', pregunta: '¿Hay otro cambio en los socios?' },
    );
