import {
  CALIDADES_REPRESENTACION,
  calidadRepresentacion,
  claveDe,
  nombreDePersona,
} from '@autogestion/normas/rut';
import { nombreCorrido, opcion, type Documento } from '../../../../interfaz/preguntas/index.ts';
import { lasDemas } from '../../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { cambia, hechosDe, preguntas, type Dicho } from '../../tipos.ts';
import {
  claveDeDocumento,
  cual,
  documentoDe,
  exigirRut,
  falla,
  fechaDe,
  LISTA,
  nombresDe,
  queHacer,
} from './comun.ts';

const GRUPO = 'representante';
const TEXTOS = {
  agregar: 'Agregar a otra persona',
  reemplazar: 'Cambiar a una persona por otra',
  retirar: 'Retirar a una persona',
} as const;

/** What a change of this list asks of the others. */
type DeRepresentante = Dicho<{
  'representante-accion': keyof typeof TEXTOS;
  'representante-sale': string;
  'representante-calidad': string;
  'representante-documento': Documento;
}>;
const accion = (d: DeRepresentante) => d.respuestas['representante-accion'];
const sale = (d: DeRepresentante) => accion(d) === 'reemplazar' || accion(d) === 'retirar';
const entra = (d: DeRepresentante) => accion(d) === 'reemplazar' || accion(d) === 'agregar';

const nombreDeCalidad = (codigo: string) =>
  calidadRepresentacion(codigo)?.nombre.toLocaleLowerCase('es-CO') ?? codigo;

const losDelRut = (d: DeRepresentante) =>
  (hechosDe(d).registro.representantes ?? []).map((r) => ({
    clave: claveDe(r, r.representacion),
    persona: nombreDePersona(r),
    nombre: `${nombreDePersona(r)}, ${nombreDeCalidad(r.representacion)}`,
  }));

/** Those of the RUT whom no other change of the draft takes out. */
const losDeHoy = (d: DeRepresentante) => {
  const salen = lasDemas(d, GRUPO).map((o) => o.respuestas['representante-sale']);
  return losDelRut(d).filter((r) => !salen.includes(r.clave));
};

/** In the quality that was said, nobody who is in it, nor who another change of the draft puts in or takes out. */
function otra(v: Documento, d: DeRepresentante): string | undefined {
  const clave = claveDeDocumento(v, d.respuestas['representante-calidad']);
  const demas = lasDemas(d, GRUPO).map((o) => o.respuestas);
  const entran = demas.map(
    ({ 'representante-documento': o, 'representante-calidad': calidad }) =>
      o && calidad && claveDeDocumento(o, calidad),
  );
  if (entran.includes(clave))
    return 'Esa persona ya entra con otro cambio de esta actualización, en la misma calidad.';
  if ([d.respuestas, ...demas].some((o) => o['representante-sale'] === clave))
    return 'Esa persona sale en esta misma actualización, en la misma calidad. Si no sale, quite ese cambio.';
  return losDeHoy(d).some((r) => r.clave === clave)
    ? 'Esa persona ya representa a la entidad en esa calidad.'
    : undefined;
}

const unCambio = (reloj: Reloj) =>
  preguntas()
    .paso(
      'representante-accion',
      { nombre: 'Qué cambia en la representación', pregunta: '¿Qué cambió en la representación?' },
      queHacer(
        'Representación',
        TEXTOS,
        (a, d: DeRepresentante) => a === 'agregar' || losDeHoy(d).length > 0,
      ),
    )
    .paso(
      'representante-sale',
      {
        nombre: 'Quién deja de representar',
        pregunta: '¿Quién deja de representar a la entidad?',
        aplica: sale,
      },
      cual({ etiqueta: 'Representante que sale', rotulo: 'Sale', hay: losDeHoy }),
    )
    .paso(
      'representante-calidad',
      { nombre: 'Calidad', pregunta: '¿En qué calidad representa quien entra?', aplica: entra },
      opcion({
        campo: 'representacion',
        de: CALIDADES_REPRESENTACION.map((q) => ({ valor: q.codigo, texto: q.nombre })),
        falta: 'Elija en qué calidad representa.',
        ejemplos: [{ representacion: '18' }],
      }),
    )
    .paso(
      'representante-documento',
      {
        nombre: 'Documento',
        pregunta: '¿Cuál es el documento de quien entra?',
        aplica: entra,
        admite: (v, d) => falla('numero', otra(v, d)),
        alGuardar: exigirRut,
      },
      documentoDe(),
    )
    .paso(
      'representante-nombres',
      { nombre: 'Nombres', pregunta: '¿Cómo se llama quien entra?', aplica: entra },
      nombresDe('Representante'),
    )
    .paso(
      'representante-desde',
      {
        nombre: 'Desde cuándo representa',
        pregunta: '¿Desde cuándo representa a la entidad?',
        aplica: entra,
      },
      fechaDe(reloj, 'Fecha de inicio', { rotulo: 'Representa desde', futuro: 30 }),
    );

/** Sheet 3 (boxes 98 to 107). */
export const preguntasRepresentante = (reloj: Reloj) =>
  preguntas()
    .parte('Representación', cambia('representantes'))
    .lista(
      {
        ...LISTA,
        grupo: GRUPO,
        describir(d) {
          const r = d.respuestas;
          const quien = losDelRut(d).find((x) => x.clave === r['representante-sale'])?.persona;
          if (sale(d) && quien === undefined) return undefined;
          if (!entra(d)) return quien && `Sale ${quien}`;
          const { 'representante-nombres': n, 'representante-calidad': calidad } = r;
          if (!n || !calidad || !r['representante-desde']) return undefined;
          const dicho = `Entra ${nombreCorrido(n)}, ${nombreDeCalidad(calidad)}`;
          return quien ? `${dicho}, en lugar de ${quien}` : dicho;
        },
      },
      unCambio(reloj),
      { nombre: 'Otro cambio', pregunta: '¿Hay otro cambio en la representación?' },
    );
