import {
  renderizarActa,
  firmarDeclaracion,
  urlDeQr,
  type FilaPresentada,
  type SeccionPresentada,
} from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import { funcionarioActual } from '../../cuentas/index.ts';
import { actoPorId } from '../../firma/index.ts';
import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';
import { identificacionDe, nombreDe } from '../../rut/index.ts';
import { emitirDocumento, type Documento, type TipoDocumento } from '../../sello/index.ts';
import { adjuntosDe, type Adjunto } from '../adjuntos/index.ts';
import { cartaDelCaso } from '../entregas/entregar.ts';
import { casoPorRadicado, relojDelCaso, type Caso } from '../consultas.ts';
import { normaDelPlazo, palabrasDe } from '../palabras.ts';
import { publicoDe } from './publico.ts';
import { ACUSE } from './tipos.ts';

export const claveDelAcuse = (caso: string): string => `${ACUSE}:${caso}`;

/** Durable with the filing; sealed and sent by jobs. */
export async function emitirAcuse(trx: Transaccion, caso: Caso, demostracion: boolean): Promise<Documento> {
  return emitirDocumento(trx, {
    tipo: ACUSE,
    titular: caso.titular,
    publico: await publicoDe(trx, caso, {
      titulo: palabrasDe(caso.tipo.flujo).acuse.titulo(caso.tipo.nombre),
      demostracion,
    }),
    contenido: { radicado: caso.radicado, ...(await funcionarioQuePresenta(trx, caso)) },
    clave: claveDelAcuse(caso.id),
    prioridad: 'alguienEspera',
  });
}

/** The official who files with the person present, as the acuse will name them: only they read their own name. */
async function funcionarioQuePresenta(trx: Transaccion, { tipo }: Caso): Promise<Record<string, string>> {
  if (trx.actor.tipo !== 'funcionario' || tipo.flujo.deOficio) return {};
  const yo = await funcionarioActual(trx);
  return yo ? { presento: `${yo.nombre}, por la oficina, con la persona presente` } : {};
}

/** What the acuse says besides the case: who filed it, what was handed in with it, and the act that was signed. */
interface LoRecibido {
  caso: Caso;
  /** What the office opens by itself nobody filed. */
  presento: string | undefined;
  adjuntos: readonly Adjunto[];
  /** Number of the signed act. */
  firmado: string | undefined;
}

async function loRecibido(trx: Transaccion, d: Documento, caso: Caso): Promise<LoRecibido> {
  const acto = caso.actoId ? await actoPorId(trx, caso.actoId) : undefined;
  const actuo = acto?.evidencia.actuo ?? (await personaQueRadico(trx, caso.id));
  return {
    caso,
    presento: d.contenido.presento ?? (actuo && `${actuo.nombre}, NIT ${formatearNit(actuo.nit)}`),
    adjuntos: await adjuntosDe(trx, caso.solicitudId),
    firmado: acto?.radicado,
  };
}

/** Who filed it without a signature: what is done at once is filed by whoever proved who they are. */
async function personaQueRadico(
  trx: Transaccion,
  caso: string,
): Promise<{ nombre: string; nit: string } | undefined> {
  const { rows } = await sql<{ persona: string | null }>`
    select substring(actor from '^persona:([0-9a-f-]{36})') as persona
    from tramites.evento where caso_id = ${caso} and numero = 1`.execute(trx.bd);
  const suya = rows[0]?.persona ? await identificacionDe(trx, rows[0].persona) : undefined;
  return suya && { nombre: nombreDe(suya), nit: suya.nit };
}

export function tipoAcuse(urlPublica: string): TipoDocumento {
  return {
    tipo: ACUSE,
    nombre: 'Acuse de recibo',
    nombreArchivo: (d) => `acuse-${d.contenido.radicado ?? d.idPublico}.pdf`,
    carta: (trx, d) => cartaDelCaso(trx, d, { asunto: 'acuse', urlPublica }),

    async cargar(trx, d) {
      const caso = await casoPorRadicado(trx, d.contenido.radicado ?? '');
      if (!caso) throw new Error(`The case of document ${d.id} does not exist`);
      return loRecibido(trx, d, caso);
    },

    async dibujar(cargado, d, autoridad) {
      const recibido = cargado as LoRecibido;
      const { caso } = recibido;
      const { nit, dv, nombre, estado, fecha, demostracion } = d.publico;
      const declaracion = await firmarDeclaracion(
        { id: d.idPublico, nit, dv, nombre, estado, fecha },
        autoridad.material,
      );
      const { secciones } = caso.tipo.presentar(caso.solicitud);
      const dice = palabrasDe(caso.tipo.flujo).acuse;
      return renderizarActa({
        ...definidos({ formulario: caso.tipo.formulario || undefined }),
        presentacion: {
          titulo: dice.titulo(caso.tipo.nombre),
          secciones: [...secciones, ...documentosDe(recibido), queSigue(caso)],
        },
        destacado: {
          rotulo: 'Radicado',
          valor: caso.radicado,
          debajo: `${dice.cuando} el ${formatearFechaHora(caso.radicadoEn)}, hora de Colombia`,
          filas: deQuien(d, recibido),
        },
        rotulos: {
          asunto: dice.nombre,
          cierre: dice.cierre,
          explicacion: dice.explicacion,
        },
        firma: [
          { clave: 'Se radica el', valor: formatearFecha(caso.radicadoDia) },
          { clave: dice.hash, valor: caso.hash },
        ],
        adjuntos: [],
        generadoEn: d.emitidoEn,
        codigo: d.idPublico,
        qr: urlDeQr(urlPublica, d.idPublico, declaracion),
        demostracion,
      });
    },
  };
}

/** Whose it is, who filed it and with which signature. */
function deQuien(d: Documento, { caso, presento, firmado }: LoRecibido): FilaPresentada[] {
  const { nit, dv, nombre } = d.publico;
  const titular = `${nombre}, NIT ${formatearNit(nit, dv)}`;
  const formulario = caso.tipo.formulario ? `Formulario ${caso.tipo.formulario}, ` : '';
  return [
    { clave: palabrasDe(caso.tipo.flujo).acuse.de, valor: titular },
    ...(presento ? [{ clave: 'Presentó', valor: presento === titular ? 'La misma persona' : presento }] : []),
    ...(presento && presento !== titular ? [{ clave: 'En nombre de', valor: titular }] : []),
    ...(firmado ? [{ clave: 'Firmado', valor: `${formulario}acto ${firmado}` }] : []),
  ];
}

/** Each file by its hash, so that nobody can say that it was another. */
function documentosDe({ caso, adjuntos }: LoRecibido): SeccionPresentada[] {
  const pedidos = new Map(caso.tipo.documentos(caso.solicitud).map((p) => [p.id, p.nombre]));
  const filas = [
    ...adjuntos.map((a) => ({
      clave: pedidos.get(a.pedido) ?? a.pedido,
      valor: `${a.nombre}\nHuella (SHA-256): ${a.hash}`,
    })),
    ...caso.aLaVista.map((id) => ({
      clave: pedidos.get(id) ?? id,
      valor: 'Un funcionario lo tuvo a la vista y lo devolvió. No hay archivo.',
    })),
  ];
  return filas.length > 0 ? [{ titulo: 'Documentos entregados', filas }] : [];
}

/** What comes next and by when, as it was when it was filed. */
function queSigue(caso: Caso): SeccionPresentada {
  const { tipo, eventos, radicadoDia } = caso;
  const automatico = eventos[0]?.hecho === 'automatica';
  if (automatico) {
    return { titulo: 'Qué sigue', parrafos: ['Ya está: la oficina lo hizo en el acto y no falta nada.'] };
  }
  const reloj = relojDelCaso(caso);
  const { termino, computo } = reloj.decidir;
  return {
    titulo: 'Qué sigue',
    parrafos: [tipo.flujo.estados['en-verificacion']?.queSigue ?? ''],
    filas: [
      ...(reloj.devolver?.computo.vencimientoInicial
        ? [
            {
              clave: 'Si falta algo, le decimos a más tardar el',
              valor: `${formatearFecha(reloj.devolver.computo.vencimientoInicial)} (${reloj.devolver.termino.norma})`,
            },
          ]
        : []),
      {
        clave: 'La oficina decide a más tardar el',
        valor: `${formatearFecha(computo.vencimientoInicial ?? radicadoDia)} (${normaDelPlazo(tipo.flujo, termino.norma)})`,
      },
    ],
  };
}
