import {
  analizarNumeroDocumento,
  inscripcionEnLinea,
  formatearDocumento,
  TIPOS_DOCUMENTO,
} from '@autogestion/normas/documentos-identidad';
import { fecha, fechaEnBogota, formatearFecha } from '@autogestion/normas/fechas';
import { tieneEdadParaInscribirseEnLinea } from '@autogestion/normas/rut';
import { z } from 'zod';
import type { PersonaIdentificada, RegistroIdentidad, RespuestaIdentidad } from '../../../cuentas/index.ts';
import { CampoFecha, CampoTexto, Radios } from '../../../interfaz/index.ts';
import type { ContextoGuardar, ContextoPagina, Efecto, Paso } from '../../../interfaz/recorrido/index.ts';
import { llamar, type Claves, type Reloj, type Transaccion } from '../../../plataforma/index.ts';
import { correoOcupado, hayInscrito } from '../../../rut/index.ts';
import { crearSolicitudAsistida, type Motivo } from '../crear-solicitud-asistida.ts';
import { CamposNombres, NOMBRES } from '../../pasos/nombres.tsx';
import { campoFecha, linea } from '../campos.ts';
import { claveIdentidad, paso, type DatosInscripcion, type Hechos, type Respuestas } from '../tipos.ts';

const PARTE = 'Su identidad';

/** House rules without legal source: failures before an official takes over, and tries a day for one document. */
const REGLAS_IDENTIDAD = { fallos: 3, intentosPorDia: 10 } as const;

/** In the order in which people have them. */
const TIPOS = ['13', '22', '48', '41', '12', '11', '47', '46', '21'];

export const DOCUMENTO = z.object({ tipo: linea, numero: linea }).transform(({ tipo, numero }, ctx) => {
  const falta = (campo: string, message: string) => {
    ctx.addIssue({ code: 'custom', message, path: [campo] });
    return z.NEVER;
  };
  if (!TIPOS.includes(tipo)) return falta('tipo', 'Elija su tipo de documento.');
  const enLinea = inscripcionEnLinea(tipo);
  if (!enLinea.admite) return falta('tipo', enLinea.razon);
  const leido = analizarNumeroDocumento(tipo, numero);
  return leido.ok ? { tipo, numero: leido.valor } : falta('numero', leido.mensaje);
});

type Campo = ContextoPagina<Respuestas, Hechos>['campo'];

export function CamposDelDocumento({ campo }: { campo: Campo }) {
  return (
    <>
      <Radios
        {...campo.texto('tipo')}
        etiqueta="Tipo de documento"
        opciones={TIPOS.flatMap((codigo) => TIPOS_DOCUMENTO.filter((t) => t.codigo === codigo)).map((t) => ({
          valor: t.codigo,
          texto: t.nombre,
        }))}
      />
      <CampoTexto
        {...campo.texto('numero')}
        etiqueta="Número del documento"
        ayuda="Con o sin puntos, como prefiera."
        autocompletar="off"
        ortografia={false}
        ancho={20}
      />
    </>
  );
}

interface DependenciasIdentidad {
  registro: RegistroIdentidad;
  claves: Claves;
  reloj: Reloj;
  /** Page that tells an identified person why they cannot go on, or what follows. */
  paginaSituacion: (borrador: string) => string;
}

/** Document, names and date of issue, checked together against the identity registry. */
export function pasosIdentidad(o: DependenciasIdentidad): Paso<Respuestas, Hechos>[] {
  return [
    paso<'documento'>({
      slug: 'documento',
      parte: PARTE,
      nombre: 'Documento de identidad',
      pregunta: '¿Cuál es su documento de identidad?',
      esquema: DOCUMENTO,
      pagina: (c) => <CamposDelDocumento campo={c.campo} />,
      resumen: (v) => [{ clave: 'Documento', valor: formatearDocumento(v.tipo, v.numero) }],
      ejemplos: [
        { escrito: { tipo: '13', numero: '52.418.906' } },
        { escrito: { tipo: '41', numero: 'AB123456' } },
      ],
    }),

    paso<'nombres'>({
      slug: 'nombres',
      parte: PARTE,
      nombre: 'Nombres y apellidos',
      pregunta: '¿Cómo se llama?',
      esquema: NOMBRES,
      pagina: (c) => (
        <>
          <p class="govuk-body">Escriba sus nombres como están en el documento.</p>
          <CamposNombres campo={c.campo} propios />
        </>
      ),
      resumen: (v) => [
        {
          clave: 'Nombre',
          valor: [v.primerNombre, v.otrosNombres, v.primerApellido, v.segundoApellido]
            .filter(Boolean)
            .join(' '),
        },
      ],
      ejemplos: [
        {
          escrito: {
            primerApellido: 'Prueba',
            segundoApellido: 'De Ejemplo',
            primerNombre: 'Persona',
            otrosNombres: '',
          },
        },
      ],
    }),

    paso<'fecha-expedicion'>({
      slug: 'fecha-expedicion',
      parte: PARTE,
      nombre: 'Expedición del documento',
      pregunta: '¿Cuándo le expidieron el documento?',
      esquema: campoFecha(() => ({
        nombre: 'La fecha de expedición',
        desde: fecha('1930-01-01'),
        hasta: fechaEnBogota(o.reloj.ahora()),
      })),
      cumplido: (d) =>
        d.hechos.identidad?.clave === claveIdentidad(d) && d.hechos.situacion?.clave !== claveIdentidad(d),
      boton: 'Comprobar mi identidad',
      pagina: (c) => (
        <>
          <p class="govuk-body">
            Con el número, los nombres y esta fecha comprobamos que usted es quien dice ser. La fecha está en
            su documento.
          </p>
          <CampoFecha
            {...c.campo.fecha('fecha')}
            etiqueta="Fecha de expedición"
            ayuda="Por ejemplo, 27 3 2014"
          />
        </>
      ),
      resumen: (v) => [{ clave: 'Expedición del documento', valor: formatearFecha(v.fecha) }],
      consultar: (v, d) =>
        consultarRegistro(o.registro, { ...d, respuestas: { ...d.respuestas, 'fecha-expedicion': v } }),
      alGuardar: (c, v, consultado) =>
        decidirIdentidad(o, c, v, consultado as RespuestaIdentidad | undefined),
      ejemplos,
    }),
  ];
}

async function consultarRegistro(
  registro: RegistroIdentidad,
  d: DatosInscripcion,
): Promise<RespuestaIdentidad | undefined> {
  const { documento, nombres, 'fecha-expedicion': f } = d.respuestas;
  if (!documento || !nombres || !f || d.hechos.solicitud) return undefined;
  return registro.comprobar({
    tipoDocumento: documento.tipo,
    numero: documento.numero,
    ...nombres,
    fechaExpedicion: f.fecha,
  });
}

async function decidirIdentidad(
  o: DependenciasIdentidad,
  c: ContextoGuardar<Respuestas, Hechos>,
  v: Respuestas['fecha-expedicion'],
  respuesta: RespuestaIdentidad | undefined,
): Promise<Efecto<Hechos>> {
  const { hechos } = c.datos;
  const desvio = (motivo: string, nuevos: Partial<Hechos>): Efecto<Hechos> => ({
    tipo: 'desvio',
    a: o.paginaSituacion(c.borrador.idPublico),
    motivo: `tramites-rut.${motivo}`,
    hechos: nuevos,
    guardar: true,
  });
  if (hechos.solicitud) return desvio('solicitud-asistida', {});
  const datos: DatosInscripcion = { hechos, respuestas: { ...c.datos.respuestas, 'fecha-expedicion': v } };
  if (await superaIntentos(o, c.trx, datos)) {
    return {
      tipo: 'rechazado',
      campos: { fecha: 'Por seguridad, hoy no se puede intentar más con ese documento. Intente mañana.' },
    };
  }
  switch (respuesta?.tipo) {
    case 'coincide':
      return identificada(c, datos, respuesta.persona, desvio);
    case 'no-coincide':
      return fallo(c, datos, 'fallosIdentidad', 'identidad-no-comprobada', desvio);
    case 'no-disponible':
    case undefined:
      return fallo(c, datos, 'fallosRegistro', 'registro-no-disponible', desvio);
  }
}

type Desvio = (motivo: string, hechos: Partial<Hechos>) => Efecto<Hechos>;

/** Only now, with the identity proven, is anything said of the person. */
async function identificada(
  c: ContextoGuardar<Respuestas, Hechos>,
  datos: DatosInscripcion,
  persona: PersonaIdentificada,
  desvio: Desvio,
): Promise<Efecto<Hechos>> {
  const clave = claveIdentidad(datos);
  const { documento, correo } = datos.respuestas;
  const situacion = (tipo: NonNullable<Hechos['situacion']>['tipo']) =>
    desvio(tipo, { situacion: { clave, tipo } });
  if (persona.fallecida) return situacion('fallecida');
  if (!tieneEdadParaInscribirseEnLinea(persona.fechaNacimiento, c.trx.hoy)) return situacion('menor');
  if (documento && (await hayInscrito(c.trx, documento.tipo, documento.numero)))
    return situacion('ya-inscrito');
  // What stopped another document or name no longer stands.
  const identidad: Partial<Hechos> = { identidad: { clave, persona }, situacion: undefined };
  if (correo && (await correoOcupado(c.trx, correo.correo))) {
    return desvio('correo-en-uso', { ...identidad, correoEnUso: correo.correo });
  }
  return { tipo: 'guardado', hechos: identidad };
}

const MENSAJES: Record<Motivo, string> = {
  'identidad-no-comprobada':
    'Los datos no coinciden con los del registro de identidad. Revise el número, los nombres y la fecha: deben ser los de su documento.',
  'registro-no-disponible':
    'El registro de identidad no responde en este momento. Lo que escribió está guardado: intente otra vez en unos minutos.',
};

async function fallo(
  c: ContextoGuardar<Respuestas, Hechos>,
  datos: DatosInscripcion,
  cuenta: 'fallosIdentidad' | 'fallosRegistro',
  motivo: Motivo,
  desvio: Desvio,
): Promise<Efecto<Hechos>> {
  const fallos = (datos.hechos[cuenta] ?? 0) + 1;
  if (fallos < REGLAS_IDENTIDAD.fallos) {
    const quedan = REGLAS_IDENTIDAD.fallos - fallos;
    const resto = quedan === 1 ? 'Le queda un intento.' : `Le quedan ${quedan} intentos.`;
    return {
      tipo: 'rechazado',
      hechos: { [cuenta]: fallos },
      campos: { fecha: `${MENSAJES[motivo]} ${resto}` },
    };
  }
  const solicitud = await crearSolicitudAsistida(c.trx, { borrador: c.borrador.id, motivo, datos });
  return desvio('solicitud-asistida', { [cuenta]: fallos, solicitud });
}

/** Trying dates for somebody else's document stops, however many drafts are opened for it. */
async function superaIntentos(
  o: DependenciasIdentidad,
  trx: Transaccion,
  d: DatosInscripcion,
): Promise<boolean> {
  const { documento } = d.respuestas;
  const clave = o.claves.hmac('intento-identidad', `${documento?.tipo}-${documento?.numero}`);
  const cuenta = await llamar(trx, 'plataforma.contar_intento', {
    clave,
    ahora: trx.ahora,
    ventana: '1 day',
  });
  return (cuenta ?? 0) > REGLAS_IDENTIDAD.intentosPorDia;
}

const PERSONA: PersonaIdentificada = {
  primerApellido: 'Prueba',
  primerNombre: 'Persona',
  fechaNacimiento: fecha('1990-05-04'),
  fallecida: false,
};
/** The identity that answers to whatever document and names came before. */
const ejemplos = (d: DatosInscripcion) => {
  const respuestas = { ...d.respuestas, 'fecha-expedicion': { fecha: fecha('2014-03-27') } };
  return [
    {
      escrito: { 'fecha-dia': '27', 'fecha-mes': '3', 'fecha-anio': '2014' },
      hechos: { identidad: { clave: claveIdentidad({ ...d, respuestas }), persona: PERSONA } },
    },
  ];
};
