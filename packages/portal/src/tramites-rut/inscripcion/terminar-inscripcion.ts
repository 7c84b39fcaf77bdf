import { definidos } from '@autogestion/normas/definidos';
import { inscripcionEnLinea } from '@autogestion/normas/documentos-identidad';
import { anioDe } from '@autogestion/normas/fechas';
import { seccionalDeMunicipio } from '@autogestion/normas/geografia';
import { digitoDeVerificacion, RANGO_NIT_SIN_CEDULA } from '@autogestion/normas/nit';
import type { RegistroRut } from '@autogestion/normas/rut';
import { abrirSesion, type Sesion, type Transaccion } from '../../plataforma/index.ts';
import type { ContextoTerminar, Terminacion } from '../../interfaz/recorrido/index.ts';
import { inscribir, nuevoNit } from '../../rut/index.ts';
import { erroresDeTramitesRut } from '../errores.ts';
import { responsabilidadesDe } from './pasos/responsabilidades.tsx';
import type { Hechos, Respuestas } from './tipos.ts';

const COLOMBIA = '169';

/** Unique constraints of the registry, and what each says to a person who proved their identity. */
const CHOQUES: Record<string, () => Error> = {
  titular_tipo_documento_numero_documento_key: erroresDeTramitesRut.yaInscrito,
  titular_nit_key: erroresDeTramitesRut.yaInscrito,
  correo_en_uso_correo_key: erroresDeTramitesRut.correoEnUso,
};

/** From complete answers to version 1 of a RUT, its first copy and an open session. */
export async function terminarInscripcion(
  o: { demostracion: boolean },
  { trx, datos, sesion }: ContextoTerminar<Respuestas, Hechos>,
): Promise<Terminacion> {
  const registro = await componerRegistro(trx, datos);
  const inscrito = await inscribir(trx, {
    registro,
    demostracion: o.demostracion,
    correoUnico: true,
    entregarCopia: true,
  }).catch((error: unknown) => {
    const { constraint } = error as { constraint?: string };
    throw (constraint && CHOQUES[constraint]?.()) || error;
  });
  return {
    a: `/de/${inscrito.idPublico}/rut/inscripcion/${inscrito.radicado}`,
    resultado: {
      titular: inscrito.idPublico,
      nit: inscrito.nit,
      dv: inscrito.dv,
      radicado: inscrito.radicado,
      formulario: inscrito.formulario,
      hash: inscrito.hash,
      copia: inscrito.copia,
      recibidoEn: trx.ahora.toISOString(),
    },
    privado: { titular: inscrito.titular },
    sesion: await abrirSesion(trx, sesion.medio, inscrito.titular),
  };
}

/** A double click: whoever has just finished gets the session that the first answer carried. */
export async function repetirInscripcion(c: {
  trx: Transaccion;
  sesion: Sesion;
  privado: Record<string, string>;
}): Promise<Sesion | undefined> {
  const { titular } = c.privado;
  return titular ? abrirSesion(c.trx, c.sesion.medio, titular) : undefined;
}

/** The boxes of sheet 1. Names and place of issue are the identity registry's, not what was typed. */
export async function componerRegistro(
  trx: Transaccion,
  datos: ContextoTerminar<Respuestas, Hechos>['datos'],
): Promise<RegistroRut> {
  const { respuestas: r } = datos;
  const persona = datos.hechos.identidad?.persona;
  const seccional = seccionalDeMunicipio(r.municipio)?.seccional.codigo;
  if (!persona || !seccional) throw new Error('A complete draft has an identity and a municipality');
  const nit = await nitDe(trx, r.documento);
  const conNomenclatura = r['tipo-direccion'] === 'con-nomenclatura';
  const mayusculas = (t: string) => t.toLocaleUpperCase('es-CO');
  return {
    tipoContribuyente: '2',
    nit,
    dv: digitoDeVerificacion(nit),
    seccional,
    identificacion: {
      tipoDocumento: r.documento.tipo,
      numero: r.documento.numero,
      fechaExpedicion: r['fecha-expedicion'],
      paisExpedicion: persona.paisExpedicion ?? COLOMBIA,
      ...definidos({ municipioExpedicion: persona.municipioExpedicion || undefined }),
      primerApellido: mayusculas(persona.primerApellido),
      ...definidos({
        segundoApellido: persona.segundoApellido ? mayusculas(persona.segundoApellido) : undefined,
      }),
      primerNombre: mayusculas(persona.primerNombre),
      ...definidos({ otrosNombres: persona.otrosNombres ? mayusculas(persona.otrosNombres) : undefined }),
    },
    ubicacion: {
      pais: COLOMBIA,
      municipio: r.municipio,
      direccion: conNomenclatura ? r.direccion : r['direccion-libre'],
      correo: r.correo,
      telefono1: r.telefono,
    },
    clasificacion: {
      actividadPrincipal: { codigo: r.actividad, desde: r['inicio-actividad'] },
      ...(r['otra-actividad'] && {
        actividadSecundaria: {
          codigo: r['actividad-secundaria'],
          desde: r['inicio-secundaria'],
        },
      }),
      otrasActividades: [],
      establecimientos: r.establecimientos,
      responsabilidades: responsabilidadesDe(datos, anioDe(trx.hoy)).map((x) => x.codigo),
      usuariosAduaneros: [],
    },
  };
}

/** The number of the cédula; for other documents, the next of the configured range. */
async function nitDe(trx: Transaccion, documento: Respuestas['documento']): Promise<string> {
  const enLinea = inscripcionEnLinea(documento.tipo);
  const propio = enLinea.admite && enLinea.origenNit === 'numero-del-documento';
  return propio ? documento.numero : nuevoNit(trx, RANGO_NIT_SIN_CEDULA);
}
