import { diasEntre, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import type { Pendiente } from '../interfaz/index.ts';
import { puede, type Transaccion } from '../plataforma/index.ts';
import type { FuenteDeHoy } from '../rut/index.ts';
import { casosDe, relojDelCaso, type Caso } from './consultas.ts';
import { nombreDelEstado } from './palabras.ts';
import { DEL_TITULAR } from './politicas.ts';
import { diasHabilesHasta } from './semaforo.ts';
import { sinPresentar } from './sin-presentar.ts';
import { TIPOS_DE_CASO } from './tipos.ts';

/** House rule: how long the end of a case goes on being news, calendar days. */
const DIAS_DE_NOTICIA = 15;

/** Cases that are open, those that ended a few days ago, and what waits for a signature. */
export const tramitesDeHoy: FuenteDeHoy = {
  nombre: 'tramites',
  enElRut: true,
  async leer(trx, { base, version: { titular } }) {
    const casos = await casosDe(trx, titular, 20);
    const abiertos = casos.filter((c) => c.marcha.turno !== 'nadie');
    const porFirmar = puede(trx.actor, titular, DEL_TITULAR.firmar)
      ? (await sinPresentar(trx, titular)).filter((s) => !s.impide)
      : [];
    return {
      porFirmar: porFirmar.map((s): Pendiente => ({
        titulo: `Por firmar: ${trx.casa.uno(TIPOS_DE_CASO, s.tipo).nombre.toLocaleLowerCase('es-CO')}`,
        detalle: 'Está completa y no la ha presentado: nadie la ve hasta que usted firme.',
        urgencia: 'pronto',
        marca: { icono: 'firma' },
        accion: {
          href: `${base}/solicitudes/${s.idPublico}`,
          texto: 'Seguir',
          oculto: 'con la solicitud por firmar',
        },
      })),
      pendientes: [
        ...abiertos.map((c) => abierto(c, base, trx.hoy)),
        ...casos.flatMap((c) => reciente(c, base, trx)),
      ],
      comoEsta: [
        {
          rotulo: 'Trámites',
          valor: abiertos.length === 0 ? 'Ninguno en curso' : `${abiertos.length} en curso`,
          href: `${base}/tramites`,
        },
      ],
    };
  },
};

/** Whose turn it is, which day of how many it is, and by when. */
function abierto(caso: Caso, base: string, hoy: Fecha): Pendiente {
  const { vence } = relojDelCaso(caso);
  const suyo = caso.marcha.turno === 'persona';
  const van = diasHabilesHasta(hoy, caso.radicadoDia);
  const faltan = diasHabilesHasta(vence, hoy);
  return {
    titulo: suyo ? `La oficina le pide algo: ${caso.tipo.nombre}` : `En curso: ${caso.tipo.nombre}`,
    detalle: suyo
      ? `Responda a más tardar el ${formatearFecha(vence)}. Radicado ${caso.radicado}.`
      : `${nombreDelEstado(caso)}. ${diaDelPlazo(van, faltan, vence)} Radicado ${caso.radicado}.`,
    urgencia: suyo ? 'urgente' : 'normal',
    marca: suyo ? { dia: vence } : { icono: 'reloj' },
    accion: {
      href: `${base}/tramites/${caso.radicado}`,
      texto: suyo ? 'Responder' : 'Ver',
      oculto: `el trámite ${caso.radicado}`,
    },
  };
}

function diaDelPlazo(van: number, faltan: number, vence: Fecha): string {
  if (faltan < 0) return `La oficina debía responder el ${formatearFecha(vence)}.`;
  return `Día ${van} de ${van + faltan} hábiles: le responden a más tardar el ${formatearFecha(vence)}.`;
}

function reciente(caso: Caso, base: string, { hoy }: Pick<Transaccion, 'hoy'>): Pendiente[] {
  const { decision } = caso.marcha;
  if (!decision || diasEntre(decision.dia, hoy) > DIAS_DE_NOTICIA) return [];
  return [
    {
      titulo: `${nombreDelEstado(caso)}: ${caso.tipo.nombre}`,
      detalle: `La oficina decidió el ${formatearFecha(decision.dia)}. Radicado ${caso.radicado}.`,
      urgencia: 'normal',
      marca: { icono: 'sello' },
      accion: {
        href: `${base}/tramites/${caso.radicado}`,
        texto: 'Leer',
        oculto: `la decisión ${caso.radicado}`,
      },
    },
  ];
}
