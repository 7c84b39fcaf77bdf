import { formatearFecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import { InstanteTexto } from '../../interfaz/index.ts';
import { esRol, ROLES } from '../../cuentas/index.ts';
import type { Caso } from '../consultas.ts';
import { finalDe, type Evento, type MedioDeNotificacion } from '../marcha.ts';
import { FALLAS, palabrasDe } from '../palabras.ts';
import { Escrito } from './escrito.tsx';

interface PropsDeHechos {
  caso: Caso;
  /** Names of officials by identifier. */
  nombres: ReadonlyMap<string, string>;
  para: 'persona' | 'mesa';
}

/** Everything that happened, the newest first. What officials say to each other is theirs. */
export function Hechos({ caso, nombres, para }: PropsDeHechos): VNode {
  const visibles = caso.eventos.filter((e) => para === 'mesa' || !DE_LA_MESA.has(e.hecho)).toReversed();
  return (
    <ol class="hechos" reversed>
      {visibles.map((e) => {
        const { titulo, texto } = contar(caso, e, nombres);
        return (
          <li class="hecho">
            <p class="hecho__titulo">{titulo}</p>
            <p class="hecho__cuando">
              <InstanteTexto instante={e.ocurrioEn} />
              {e.funcionario && para === 'mesa' ? ` · ${nombres.get(e.funcionario) ?? ''}` : ''}
            </p>
            {/* The page of the person says the reasons of a decision before what happened. */}
            {para === 'persona' && finalDe({ eventos: [e] }) ? null : <Escrito texto={texto ?? ''} />}
          </li>
        );
      })}
    </ol>
  );
}

const DE_LA_MESA = new Set<Evento['hecho']>([
  'asignada',
  'liberada',
  'nota',
  'objetada',
  'proyectada',
  'verificada',
]);

function contar(
  caso: Caso,
  e: Evento,
  nombres: ReadonlyMap<string, string>,
): { titulo: string; texto?: string } {
  switch (e.hecho) {
    case 'radicada':
      return { titulo: palabrasDe(caso.tipo.flujo).radicada };
    case 'automatica':
      return { titulo: 'Se hizo en el acto' };
    case 'asignada':
      return { titulo: `La tiene ${nombres.get(e.datos.a) ?? 'un funcionario'}` };
    case 'liberada':
      return { titulo: 'Volvió a la cola', texto: e.datos.motivo };
    case 'trasladada':
      return {
        titulo: `Pasó a ${esRol(e.datos.rol) ? ROLES[e.datos.rol] : e.datos.rol}`,
        texto: e.datos.motivo,
      };
    case 'mensaje':
      return {
        titulo: e.datos.de === 'oficina' ? 'La oficina escribió' : 'La persona escribió',
        texto: e.datos.texto,
      };
    case 'nota':
      return { titulo: 'Nota interna', texto: e.datos.texto };
    case 'verificada': {
      const que = caso.tipo.verificables.find((v) => v.id === e.datos.que)?.que ?? e.datos.que;
      return {
        titulo: `Se verificó ${que}: ${e.datos.hallazgo === 'hay' ? 'hay' : 'no hay'}`,
        texto: e.datos.nota,
      };
    }
    case 'requerida':
      return {
        titulo: `La oficina pidió completar, hasta el ${formatearFecha(e.datos.hasta)}`,
        texto: e.datos.texto,
      };
    case 'completada':
      return { titulo: 'La persona completó lo que se le pidió', texto: e.datos.texto };
    case 'vencida-sin-completar':
      return { titulo: `No se completó antes del ${formatearFecha(e.datos.hasta)}` };
    case 'prorrogada':
      return { titulo: 'La oficina amplió su plazo', texto: e.datos.motivo };
    case 'devuelta':
      return { titulo: 'La oficina devolvió la solicitud', texto: e.datos.razones };
    case 'proyectada':
      return { titulo: 'Se preparó una decisión', texto: e.datos.razones };
    case 'objetada':
      return { titulo: 'La decisión preparada no se confirmó', texto: e.datos.motivo };
    case 'decidida':
      return {
        titulo: caso.tipo.flujo.sentidos[e.datos.sentido]?.resuelve ?? 'Se decidió',
        texto: e.datos.razones,
      };
    case 'desistida':
      return { titulo: 'La persona retiró la solicitud', texto: e.datos.motivo };
    case 'notificada':
    case 'no-notificada':
      return contarEntrega(palabrasDe(caso.tipo.flujo).enviado[e.datos.asunto], e);
  }
}

const MEDIOS: Record<MedioDeNotificacion, string> = {
  personal: 'personalmente',
  'correo-fisico': 'por correo a la dirección del RUT',
};

function contarEntrega(
  que: string,
  e: Extract<Evento, { hecho: 'notificada' | 'no-notificada' }>,
): { titulo: string; texto?: string } {
  if (e.hecho === 'no-notificada') {
    const a = e.datos.correo === '' ? '' : ` a ${e.datos.correo}`;
    return { titulo: `No se pudo enviar ${que}${a}`, texto: FALLAS[e.datos.falla] };
  }
  const { otroModo } = e.datos;
  return otroModo
    ? { titulo: `Se notificó ${que} ${MEDIOS[otroModo.medio]}`, texto: otroModo.constancia }
    : { titulo: `Se envió ${que} a ${e.datos.correo}` };
}
