import { fecha as dia, formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import type { ActoDeOrganizacion } from '@autogestion/normas/rut';
import { fecha, fechaQuizas, juntas, municipio } from '../../../../interfaz/preguntas/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { cambia, hechosDe, preguntas, type Dicho } from '../../tipos.ts';
import { falla, LISTA, nombreDe, unaVezCadaUno } from '../hojas/comun.ts';

const GRUPO = 'acto';
/** The two columns of boxes 71 to 81. */
const NOMBRE = { constitucion: 'La constitución', reforma: 'La última reforma' } as const;
/** A term of duration may end far away. */
const VIGENCIA_EN_DIAS = 36_600;

type DeDocumentoSocial = Dicho<{ 'acto-cual': keyof typeof NOMBRE }>;

const CUAL = unaVezCadaUno({
  grupo: GRUPO,
  campo: 'cual',
  etiqueta: 'Documento',
  nombres: NOMBRE,
  dicho: (d: DeDocumentoSocial) => d.respuestas['acto-cual'],
  falta: 'Elija una de las dos.',
  repetido: 'Esa ya la anotó: corríjala o quítela.',
});

/** The constitution is corrected, so it begins with what the RUT says; a reform is another one, and begins empty. */
const hoy =
  <C extends keyof ActoDeOrganizacion>(que: C) =>
  (d: DeDocumentoSocial): ActoDeOrganizacion[C] | undefined =>
    d.respuestas['acto-cual'] === 'constitucion'
      ? hechosDe(d).registro.organizacion?.constitucion?.[que]
      : undefined;

const limites =
  (reloj: Reloj, nombre: string, futuro = 0) =>
  () => ({ nombre, desde: dia('1800-01-01'), hasta: sumarDias(reloj.hoy(), futuro) });

const elDia = (anio: string, campo = 'fecha') => ({
  [`${campo}-dia`]: '15',
  [`${campo}-mes`]: 'enero',
  [`${campo}-anio`]: anio,
});

const documentoDicho = (v: { numero: string; fecha: Fecha }) =>
  `documento ${v.numero}, del ${formatearFecha(v.fecha)}`;

const elDocumento = (reloj: Reloj) =>
  juntas<{ numero: string; fecha: Fecha }, DeDocumentoSocial>(
    {
      numero: {
        nombre: 'Número del documento',
        pregunta: nombreDe({
          campo: 'numero',
          que: 'El número',
          falta: 'Escriba el número del documento.',
          maximo: 20,
          ancho: 20,
          hoy: hoy('numero'),
        }),
      },
      fecha: {
        nombre: 'Fecha del documento',
        pregunta: fecha({ limites: limites(reloj, 'La fecha del documento'), hoy: hoy('fecha') }),
      },
    },
    {
      antes:
        'La escritura, el acta o el documento privado con el que se hizo, o con el que se reformó por última vez.',
      rotulo: 'Número y fecha',
      decir: documentoDicho,
      ejemplos: [{ numero: '1234', ...elDia('2026') }],
    },
  );

const elRegistro = (reloj: Reloj) =>
  juntas<{ entidad: string; fecha: Fecha | undefined }, DeDocumentoSocial>(
    {
      entidad: {
        nombre: 'Entidad de registro',
        pregunta: nombreDe({
          campo: 'entidad',
          ayuda: 'Por ejemplo, Cámara de Comercio de Cali',
          que: 'El nombre de la entidad',
          maximo: 100,
          hoy: hoy('entidadDeRegistro'),
        }),
      },
      fecha: {
        nombre: 'Fecha de registro',
        pregunta: fechaQuizas({
          limites: limites(reloj, 'La fecha de registro'),
          hoy: hoy('fechaDeRegistro'),
        }),
      },
    },
    {
      antes: 'Si no se ha registrado, deje todo vacío.',
      admite(v) {
        if (v.entidad === '' && v.fecha) return { entidad: 'Escriba dónde se registró.' };
        return falla('fecha', v.entidad !== '' && !v.fecha ? 'Escriba la fecha de registro.' : undefined);
      },
      decir: (v) => (v.fecha ? `${v.entidad}, ${formatearFecha(v.fecha)}` : 'Sin registro'),
      ejemplos: [{}, { entidad: 'Cámara de Comercio', ...elDia('2026') }],
      erroneos: [
        { escrito: { entidad: 'Cámara de Comercio' }, campo: 'fecha' },
        { escrito: elDia('2026'), campo: 'entidad' },
      ],
    },
  );

const laMatricula = juntas<{ numero: string; municipio: string }, DeDocumentoSocial>(
  {
    numero: {
      nombre: 'Matrícula mercantil',
      pregunta: nombreDe({
        campo: 'matricula',
        etiqueta: 'Número de matrícula mercantil',
        ayuda: 'Si no tiene, déjelo vacío.',
        que: 'La matrícula',
        ninguno: 'Ninguna',
        maximo: 20,
        ancho: 20,
        hoy: hoy('matricula'),
      }),
    },
    municipio: {
      nombre: 'Municipio',
      pregunta: municipio({ opcional: true, ninguno: 'No lo dijo', hoy: hoy('municipio') }),
    },
  },
  { ejemplos: [{ matricula: '12345', municipio: '11001' }] },
);

const laVigencia = (reloj: Reloj) =>
  juntas<{ desde: Fecha | undefined; hasta: Fecha | undefined }, DeDocumentoSocial>(
    {
      desde: {
        nombre: 'Desde',
        pregunta: fechaQuizas({
          campo: 'desde',
          limites: limites(reloj, 'La fecha en que empieza', VIGENCIA_EN_DIAS),
          hoy: hoy('vigenteDesde'),
        }),
      },
      hasta: {
        nombre: 'Hasta',
        pregunta: fechaQuizas({
          campo: 'hasta',
          limites: limites(reloj, 'La fecha en que termina', VIGENCIA_EN_DIAS),
          hoy: hoy('vigenteHasta'),
        }),
      },
    },
    {
      antes: 'Si no tiene fecha de terminación, deje vacía la segunda.',
      admite: ({ desde, hasta }) =>
        falla('hasta', desde && hasta && hasta < desde ? 'No puede terminar antes de empezar.' : undefined),
      decir: ({ desde, hasta }) =>
        `${desde ? `desde el ${formatearFecha(desde)}` : 'sin fecha de inicio'}, ${hasta ? `hasta el ${formatearFecha(hasta)}` : 'sin fecha de terminación'}`,
      ejemplos: [elDia('2026', 'desde')],
      erroneos: [{ escrito: { ...elDia('2026', 'desde'), ...elDia('2020', 'hasta') }, campo: 'hasta' }],
    },
  );

const unActo = (reloj: Reloj) =>
  preguntas()
    .paso('acto-cual', { nombre: 'Qué cambia', pregunta: '¿Qué va a poner al día?' }, CUAL.pregunta)
    .paso(
      'acto-documento',
      { nombre: 'Documento', pregunta: '¿Qué número y qué fecha tiene el documento?' },
      elDocumento(reloj),
    )
    .paso(
      'acto-notaria',
      { nombre: 'Notaría', pregunta: '¿En qué notaría se hizo?' },
      nombreDe({
        campo: 'notaria',
        etiqueta: 'Número de la notaría',
        ayuda: 'Si no se hizo en una notaría, déjelo vacío.',
        que: 'El número',
        ninguno: 'Ninguna',
        maximo: 20,
        forma: { patron: /^\d{1,4}$/, mensaje: 'Escriba el número de la notaría, o déjelo vacío.' },
        teclado: 'numeric',
        ancho: 4,
        hoy: hoy('notaria'),
        ejemplos: [{ notaria: '5' }],
      }),
    )
    .paso(
      'acto-registro',
      { nombre: 'Registro', pregunta: '¿Dónde y cuándo se registró?' },
      elRegistro(reloj),
    )
    .paso(
      'acto-matricula',
      { nombre: 'Matrícula mercantil', pregunta: '¿Qué matrícula mercantil tiene, y de qué municipio?' },
      laMatricula,
    )
    .paso(
      'acto-vigencia',
      { nombre: 'Vigencia', pregunta: '¿Desde cuándo y hasta cuándo está vigente?' },
      laVigencia(reloj),
    );

/** Boxes 71 to 81. Box 71 is a code without a table: it stays as it was, and a new reform has none. */
export const preguntasDocumentoSocial = (reloj: Reloj) =>
  preguntas()
    .parte('Constitución y reforma', cambia('constitucion'))
    .lista(
      {
        ...LISTA,
        grupo: GRUPO,
        puedeOtra: CUAL.puedeOtra,
        describir(d) {
          const { 'acto-cual': cual, 'acto-documento': documento, 'acto-vigencia': fin } = d.respuestas;
          return cual && documento && fin && `${NOMBRE[cual]}: ${documentoDicho(documento)}`;
        },
      },
      unActo(reloj),
      { nombre: 'Otro documento', pregunta: '¿Cambió también el otro documento?' },
    );
