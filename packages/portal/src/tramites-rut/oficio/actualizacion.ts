import { definidos } from '@autogestion/normas/definidos';
import { municipio as deCodigo, nombreCompleto } from '@autogestion/normas/geografia';
import { evaluarActualizacionDeOficio, type RegistroRut } from '@autogestion/normas/rut';
import { correo, direccion, juntas, municipio } from '../../interfaz/preguntas/index.ts';
import { enviarMensaje, llamar, type Transaccion } from '../../plataforma/index.ts';
import { correoOcupado, escribirVersion, versionVigente } from '../../rut/index.ts';
import { dato, ficha, type CasoParaEfecto, type SolicitudDe } from '../../tramites/index.ts';
import { erroresDeTramitesRut } from '../errores.ts';
import type { DatosDeOficio, DefinicionDeActuacion } from './actuacion.ts';
import { evidencia } from './evidencia.ts';
import { flujoDelRut } from './flujo.ts';
import { plantillaDeActuacion } from './plantilla.ts';

const nombreDeMunicipio = (codigo: string): string => {
  const m = deCodigo(codigo);
  return m ? nombreCompleto(m) : codigo;
};

interface Escrito {
  municipio: string;
  direccion: string;
  correo: string;
  evidencia: string;
}

const FICHA = ficha({
  municipio: dato.textoQuizas('municipio', 'Casillas 39 y 40, municipio', nombreDeMunicipio),
  direccion: dato.textoQuizas('direccion', 'Casilla 41, dirección'),
  correo: dato.textoQuizas('correo', 'Casilla 42, correo electrónico'),
  evidencia: dato.siempre(dato.texto('evidencia', 'En qué se apoya')),
});
type Solicitud = SolicitudDe<typeof FICHA>;

const FORMULARIO = juntas<Escrito, DatosDeOficio>(
  {
    municipio: {
      nombre: 'Municipio (casillas 39 y 40)',
      pregunta: municipio({ opcional: true, vacia: 'No cambia' }),
    },
    direccion: {
      nombre: 'Dirección (casilla 41)',
      pregunta: direccion({ opcional: true, ajena: true }),
    },
    correo: {
      nombre: 'Correo electrónico (casilla 42)',
      pregunta: correo({
        opcional: true,
        ayuda: 'Ahí llegan los códigos con los que la persona entra. El correo anterior recibe un aviso.',
      }),
    },
    evidencia: evidencia('En qué se apoya'),
  },
  {
    antes: ({ hechos }) => {
      const u = hechos.registro?.ubicacion;
      const hoy = u ? `${u.direccion}, ${nombreDeMunicipio(u.municipio)}; correo ${u.correo}` : '';
      return `Hoy dice: ${hoy}. Deje en blanco lo que no cambia.`;
    },
    admite(v) {
      if (v.municipio !== '' && v.direccion === '') return { direccion: 'Escriba también la dirección.' };
      return v.direccion === '' && v.correo === ''
        ? { direccion: 'Escriba al menos un dato que cambia.' }
        : undefined;
    },
    ejemplos: [
      {
        direccion: 'Calle 13 # 5 - 20',
        evidencia: 'Guía de correo devuelta y visita del 3 de marzo de 2026.',
      },
    ],
  },
);

/** The record with what the act changes. */
function conLoNuevo(r: RegistroRut, s: Partial<Solicitud>): RegistroRut {
  const { municipio: m, direccion, correo } = s;
  return {
    ...r,
    ubicacion: {
      ...r.ubicacion,
      ...definidos({
        municipio: m || undefined,
        direccion: direccion || undefined,
        correo: correo || undefined,
      }),
    },
  };
}

export const actualizacion = (): DefinicionDeActuacion<Escrito, Solicitud> => ({
  slug: 'actualizacion',
  nombre: 'Actualizar de oficio la dirección o el correo',
  ayuda: 'De una persona natural (casillas 38 a 42), con un acto motivado. La confirma otro funcionario.',
  pregunta: 'Actualizar de oficio',
  formulario: FORMULARIO,
  ficha: FICHA,
  seccion: {
    titulo: 'Lo que se estudia',
    parrafos: ['Cambiar de oficio estos datos, por el artículo 1.6.1.2.15 del Decreto 1625 de 2016.'],
  },
  caso: {
    tipo: 'tramites-rut.actualizacion-de-oficio',
    nombre: 'Actualización de oficio del RUT',
    flujo: flujoDelRut({
      nombre: 'Actualización de oficio',
      verbo: 'Actualizar',
      ordenado: {
        nombre: 'Actualizado',
        queSigue: 'La oficina cambió su RUT. Lea la decisión: dice qué cambió, por qué y qué recursos tiene.',
      },
      resuelve: 'Se actualiza de oficio el RUT (concepto 13).',
      conRecursos: true,
      plazos: { decidir: 'rut-decision', sinFuente: true },
    }),
    // The e-mail is where a person's codes arrive: nobody changes it alone.
    cuatroOjos: true,
    verificables: [],
    plantilla: (sentido, { solicitud, evaluacion }) =>
      plantillaDeActuacion(sentido, evaluacion, {
        que: 'actualizar de oficio la dirección o el correo del RUT',
        evidencia: solicitud.evidencia,
        efecto:
          'El RUT tiene desde hoy una versión nueva, con el concepto 13. Este acto se notifica (ET 565).',
        articulos: ['ET 565'],
      }),
    alAprobar: actualizar,
  },
  evaluar: (h, s) => {
    const e = evaluarActualizacionDeOficio({
      antes: h.registro,
      despues: conLoNuevo(h.registro, s),
      estado: h.estado,
    });
    // Before anything is written, that nothing changes stops nobody.
    if (s.evidencia !== undefined) return e;
    return { ...e, condiciones: e.condiciones.filter((c) => c.id !== 'hay-cambios') };
  },
  async alGuardar({ trx }, { correo }) {
    return correo && (await correoOcupado(trx, correo))
      ? { tipo: 'rechazado', campos: { correo: OCUPADO } }
      : { tipo: 'guardado' };
  },
});

const OCUPADO = 'Ese correo ya es de otra persona inscrita en el RUT.';

/** A version with concept 13, by the radicado of the case. The previous e-mail is told when it changes. */
async function actualizar(trx: Transaccion, caso: CasoParaEfecto<Solicitud>): Promise<void> {
  await llamar(trx, 'tramites_rut.tomar_registro', { caso: caso.id, ahora: trx.ahora });
  const vigente = await versionVigente(trx, caso.titular);
  if (!vigente) throw new Error('Who decides a case reads the registry of its taxpayer');
  const registro = conLoNuevo(vigente.registro, caso.solicitud);
  await escribirVersion(trx, {
    titular: caso.titular,
    registro,
    concepto: '13',
    radicado: caso.radicado,
    insertar: (v) =>
      llamar(trx, 'tramites_rut.actualizar_de_oficio', {
        caso: caso.id,
        version: v.id,
        formulario: v.formulario,
        registro: v.registro,
        hash: v.hash,
        ahora: trx.ahora,
      }),
  }).catch((error: unknown) => {
    throw (error as { constraint?: string }).constraint === 'correo_en_uso_correo_key'
      ? erroresDeTramitesRut.correoOcupado(OCUPADO)
      : error;
  });
  const anterior = vigente.registro.ubicacion.correo;
  if (anterior.toLowerCase() === registro.ubicacion.correo.toLowerCase()) return;
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: anterior,
    asunto: 'La oficina cambió el correo de su RUT',
    texto: [
      `Desde hoy este correo ya no es el de su RUT: la oficina lo cambió de oficio, con el radicado ${caso.radicado}.`,
      'La decisión dice por qué y qué recursos tiene. Si usted no entiende por qué cambió, acérquese a una sede o pida una cita de videoatención.',
    ].join('\n\n'),
  });
}
