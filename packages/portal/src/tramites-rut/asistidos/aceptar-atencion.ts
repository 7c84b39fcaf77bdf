import { definidos } from '@autogestion/normas/definidos';
import { bien, falla, type Resultado } from '@autogestion/normas/resultado';
import {
  auditar,
  enviarMensaje,
  llamar,
  MENSAJE_COMPROBACION,
  REGLAS_CODIGO,
  type Codigos,
  type Comprobacion,
  type Transaccion,
  avisoDeEspera,
} from '../../plataforma/index.ts';
import { erroresDeTramitesRut } from '../errores.ts';
import { CLASES_ASISTIDAS, type Atencion, type Hecho } from './atencion.ts';
import { emitirConstancia } from './constancia.ts';

export interface EntornoAsistidos {
  codigos: Codigos;
  /** Receipts say «DEMOSTRACIÓN, sin validez». */
  demostracion: boolean;
}

/** The same text that the database looks for. */
const propositoDe = (a: Atencion): string => `tramites-rut.asistido:${a.id}`;

/** Sends the code with everything that it accepts. @returns what to say when it cannot be sent yet */
export async function pedirAceptacion(
  trx: Transaccion,
  e: Pick<EntornoAsistidos, 'codigos'>,
  a: Atencion,
  sesion: string,
): Promise<string | undefined> {
  const emision = await e.codigos.emitir(trx, sesion, propositoDe(a), a.destino);
  if (emision.tipo !== 'emitido') return avisoDeEspera(emision);
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: a.destino,
    asunto: `${emision.codigo} es su código para aceptar`,
    texto: [
      `Su código para aceptar «${a.presentado.titulo}» es ${emision.codigo}. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos y una sola vez.`,
      'Un funcionario le está atendiendo. Lea lo que sigue y díctele el código solo si está de acuerdo con todo:',
      ...a.presentado.secciones.map(({ titulo, parrafos = [], filas = [] }) =>
        [titulo, ...parrafos, ...filas.map((f) => `- ${f.clave}: ${f.valor}`)].join('\n'),
      ),
      'Si nadie le está atendiendo, no dicte el código a nadie y no haga nada: sin él no cambia nada.',
    ].join('\n\n'),
    vence: emision.vence,
  });
  return undefined;
}

type CodigoAceptacion = `codigo-${Exclude<Comprobacion, 'correcto'>}` | 'acto-vencido';

/** What the database found no longer true, and what the official reads. */
const CHOQUES: Readonly<Record<string, string>> = {
  acto_vigente:
    'El RUT de la persona cambió después de que usted preparó esto. Ábralo otra vez para ver cómo quedó, y prepárelo de nuevo.',
  correo_en_uso_correo_key:
    'Otra persona registró ese correo. Prepárelo de nuevo con uno que sea solo de ella.',
  titular_tipo_documento_numero_documento_key: 'Ya hay alguien inscrito con ese documento.',
  titular_nit_key: 'Ya hay alguien inscrito con ese NIT.',
  acto_asistido_solicitud: 'Otro funcionario atendió esa solicitud hace un momento.',
  acto_una_vez: 'Esto ya quedó hecho.',
};

/**
 * The person dictated the code: what was presented becomes true, whole, in the caller's transaction, with its record,
 * its receipt and its message.
 * @throws ErrorDominio 409 when what was presented is no longer possible: nothing is done
 */
export async function aceptarAtencion(
  trx: Transaccion,
  e: EntornoAsistidos,
  a: Atencion,
  { sesion, codigo }: { sesion: string; codigo: string },
): Promise<Resultado<Hecho, CodigoAceptacion>> {
  if (a.resultado) return bien(a.resultado);
  if (a.venceEn <= trx.ahora)
    return falla('acto-vencido', 'Pasó más de una hora desde que se preparó. Prepárelo de nuevo.');
  const r = await e.codigos.comprobar(trx, sesion, propositoDe(a), a.destino, codigo);
  if (r !== 'correcto') return falla(`codigo-${r}`, MENSAJE_COMPROBACION[r]);
  const hecho = await hacer(trx, a).catch((error: unknown) => {
    const { constraint } = error as { constraint?: string };
    const mensaje = constraint && CHOQUES[constraint];
    throw mensaje ? erroresDeTramitesRut.actoAsistido(mensaje) : error;
  });
  await auditar(trx, {
    accion: `tramites-rut.acto-asistido`,
    persona: hecho.titular,
    objeto: `acto-asistido:${a.id}`,
    datos: {
      clase: a.clase,
      presentado: a.hash,
      aceptado: trx.ahora.toISOString(),
      radicado: hecho.radicado,
      ...definidos({ solicitud: a.solicitud || undefined }),
    },
  });
  await emitirConstancia(trx, { acto: a.id, titular: hecho.titular, nombre: a.presentado.titulo, ...e });
  return bien(hecho);
}

async function hacer(trx: Transaccion, a: Atencion): Promise<Hecho> {
  await llamar(trx, 'tramites_rut.exigir_aceptacion', { acto: a.id, ahora: trx.ahora });
  const hecho = await trx.casa.uno(CLASES_ASISTIDAS, a.clase).efecto(trx, a);
  await llamar(trx, 'tramites_rut.cerrar_acto', {
    acto: a.id,
    titular: hecho.titular,
    resultado: hecho,
    ahora: trx.ahora,
  });
  return hecho;
}
