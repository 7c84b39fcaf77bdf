import canonicalize from 'canonicalize';
import type { Json } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { sql } from 'kysely';
import {
  auditar,
  llamar,
  nombreDelActor,
  nuevoRadicado,
  publicar,
  sha256,
  uuidv7,
  type Transaccion,
} from '../plataforma/index.ts';
import { idPublicoDe } from '../rut/index.ts';
import { comprobarSolicitud } from './comprobar-solicitud.ts';
import { emitirAcuse } from './documentos/acuse.ts';
import { casoPorRadicado, type Caso } from './consultas.ts';
import { erroresDeTramites } from './errores.ts';
import { marchaDe, type Evento } from './marcha.ts';
import { prepararSolicitud } from './preparar-solicitud.ts';
import { radicacion, relojDe } from './reloj.ts';
import { TIPOS_DE_CASO } from './tipos.ts';
import { unicoDe, yaHayUna } from './una-a-la-vez.ts';

interface PorRadicar {
  /** A prepared request. */
  solicitud: { id: string; tipo: string; titular: string; solicitud: unknown };
  /** The act that was signed, where the law wants one. */
  acto?: { id: string; radicado: string };
  demostracion: boolean;
}

/**
 * Files a request: number, clock, queue and acuse in the caller's transaction, once. Filing again what the same act
 * filed gives the same case.
 * @throws ErrorDominio 409 when another act filed it, or one of its kind is open.
 */
export async function radicarCaso(trx: Transaccion, p: PorRadicar): Promise<Caso> {
  return radicar(trx, p, (await seDecideSola(trx, p.solicitud)) ? 'automatica' : 'radicada');
}

async function seDecideSola(trx: Transaccion, s: PorRadicar['solicitud']): Promise<boolean> {
  if (trx.casa.uno(TIPOS_DE_CASO, s.tipo).deUnaVez?.(s.solicitud) === undefined) return false;
  const { evaluacion, faltan } = await comprobarSolicitud(trx, s);
  return evaluacion.estado === 'cumple' && faltan.length === 0;
}

/**
 * What the office decides by itself at once: a case that is born done, with its number and its acuse. Asking twice
 * with the same key gives the same case.
 */
export async function radicarAutomatico(
  trx: Transaccion,
  p: {
    tipo: string;
    titular: string;
    solicitud: Json;
    clave: string;
    acto?: { id: string; radicado: string };
    demostracion: boolean;
  },
): Promise<Caso> {
  const { id } = await prepararSolicitud(trx, p);
  return radicar(
    trx,
    {
      solicitud: { id, tipo: p.tipo, titular: p.titular, solicitud: p.solicitud },
      demostracion: p.demostracion,
      ...definidos({ acto: p.acto }),
    },
    'automatica',
  );
}

async function radicar(trx: Transaccion, p: PorRadicar, hecho: 'radicada' | 'automatica'): Promise<Caso> {
  const { solicitud: s, acto } = p;
  const tipo = trx.casa.uno(TIPOS_DE_CASO, s.tipo);
  const previo = await casoDeSolicitud(trx, s.id);
  if (previo) return elMismo(previo, acto?.id);
  const [id, radicado] = [uuidv7(trx.ahora), await nuevoRadicado(trx, tipo.serie)];
  const { radicado: dia } = radicacion(trx.ahora, trx.hoy);
  const datos = { rol: tipo.rol };
  const evento: Evento = {
    numero: 1,
    hecho,
    datos,
    funcionario: trx.actor.tipo === 'funcionario' ? trx.actor.funcionario : null,
    ocurrioEn: trx.ahora,
    dia: trx.hoy,
  };
  const marcha = marchaDe(tipo.flujo, [evento]);
  const vence = marcha.turno === 'nadie' ? null : relojDe(tipo.flujo, dia, marcha).vence;
  const hash = sha256(
    canonicalize({ tipo: s.tipo, radicado, solicitud: s.solicitud, acto: acto?.radicado ?? null }) ?? '',
  );
  const titularPublico = await idPublicoDe(trx, s.titular);
  const dicho = await llamar(trx, 'tramites.radicar', {
    id,
    radicado,
    solicitud: s.id,
    titularPublico,
    acto: acto?.id ?? null,
    hash,
    cuatroOjos: tipo.cuatroOjos,
    unico: unicoDe(tipo),
    rol: tipo.rol,
    hecho,
    datos,
    actor: nombreDelActor(trx.actor),
    ahora: trx.ahora,
    dia: trx.hoy,
    radicadoDia: dia,
    estado: marcha.estado,
    vence,
  });
  if (dicho === 'repetida') {
    const otro = await casoDeSolicitud(trx, s.id);
    if (!otro) throw erroresDeTramites.descartada();
    return elMismo(otro, acto?.id);
  }
  if (dicho !== 'radicada') throw yaHayUna(trx, tipo, { radicado: dicho, titularPublico });
  await auditar(trx, {
    accion: 'tramites.radicar',
    persona: s.titular,
    objeto: `caso:${id}`,
    datos: { radicado, tipo: s.tipo },
  });
  const caso = await casoPorRadicado(trx, radicado);
  if (!caso) throw new Error('The case that was just filed is not visible to who filed it');
  if (hecho === 'automatica') await tipo.alAprobar?.(trx, caso);
  await emitirAcuse(trx, caso, p.demostracion);
  await publicar(trx, 'tramites.caso-radicado', { id });
  return caso;
}

function elMismo(caso: Caso, acto: string | undefined): Caso {
  if (caso.actoId !== (acto ?? null)) throw erroresDeTramites.yaRadicada(caso.radicado);
  return caso;
}

async function casoDeSolicitud(trx: Transaccion, solicitud: string): Promise<Caso | undefined> {
  const { rows } = await sql<{ radicado: string }>`select radicado from tramites.caso
    where solicitud_id = ${solicitud}`.execute(trx.bd);
  return rows[0] && casoPorRadicado(trx, rows[0].radicado);
}
