import {
  firmarDeclaracion,
  renderizarActa,
  urlDeQr,
  type FilaPresentada,
  type SeccionPresentada,
} from '@autogestion/documentos';
import canonicalize from 'canonicalize';
import { formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import { sha256, type Transaccion } from '../../plataforma/index.ts';
import {
  emitirDocumento,
  type Documento,
  type DocumentoPublico,
  type TipoDocumento,
} from '../../sello/index.ts';
import { cartaDelCaso } from '../entregas/entregar.ts';
import { casoPorRadicado, nombresDe, type Caso } from '../consultas.ts';
import { finalDe, type Final } from '../marcha.ts';
import { loResuelto, palabrasDe } from '../palabras.ts';
import { recursosDe } from '../recursos.ts';
import { publicoDe } from './publico.ts';
import { DECISION } from './tipos.ts';

export const claveDeLaDecision = (caso: string): string => `${DECISION}:${caso}`;

export async function emitirDecision(
  trx: Transaccion,
  caso: Caso,
  demostracion: boolean,
): Promise<Documento> {
  const nombres = await nombresDe(trx, caso.id);
  const final = finalDe(caso);
  const proyecto = caso.eventos.findLast((e) => e.hecho === 'proyectada');
  const nombreDe = (id: string | null | undefined) => (id && nombres.get(id)) ?? '';
  return emitirDocumento(trx, {
    tipo: DECISION,
    titular: caso.titular,
    publico: await publicoDe(trx, caso, { titulo: `Decisión: ${caso.tipo.nombre}`, demostracion }),
    contenido: {
      radicado: caso.radicado,
      decidio: nombreDe(final?.funcionario),
      ...(proyecto && final?.hecho === 'decidida' && { preparo: nombreDe(proyecto.funcionario) }),
    },
    clave: claveDeLaDecision(caso.id),
    prioridad: 'alguienEspera',
  });
}

/**
 * The act of the office: what was asked, what is decided, why and by whom. The office seals it (PAdES B-T) and what
 * was decided travels inside as canonical JSON, with its hash printed.
 */
export function tipoDecision(urlPublica: string): TipoDocumento {
  return {
    tipo: DECISION,
    nombre: 'Decisión de un trámite',
    nombreArchivo: (d) => `decision-${d.contenido.radicado ?? d.idPublico}.pdf`,
    carta: (trx, d) => cartaDelCaso(trx, d, { asunto: 'decision', urlPublica }),

    async cargar(trx, d) {
      const caso = await casoPorRadicado(trx, d.contenido.radicado ?? '');
      if (!caso) throw new Error(`The case of document ${d.id} does not exist`);
      return caso;
    },

    async dibujar(cargado, d, autoridad) {
      const caso = cargado as Caso;
      const final = finalDe(caso);
      if (!final) throw new Error(`The case of document ${d.id} was not ended by the office`);
      const { nit, dv, nombre, estado, fecha, demostracion } = d.publico;
      const declaracion = await firmarDeclaracion(
        { id: d.idPublico, nit, dv, nombre, estado, fecha },
        autoridad.material,
      );
      const acto =
        canonicalize({
          version: 1,
          radicado: caso.radicado,
          solicitud: caso.hash,
          ...final.datos,
          decidio: d.contenido.decidio,
          preparo: d.contenido.preparo ?? null,
          en: final.ocurrioEn.toISOString(),
        }) ?? '';
      return renderizarActa({
        ...loEscritoDeLaDecision(caso, final, d.publico),
        rotulos: {
          asunto: 'Decisión de un trámite',
          cierre: 'Quién decide',
          explicacion:
            `${palabrasDe(caso.tipo.flujo).decision.explicacion} Lleva adentro, como archivo adjunto, lo decidido ` +
            '(decision.json). El sello de la oficina lo cubre todo. Quien lo reciba puede comprobarlo con el código QR, con el ' +
            'archivo o sin conexión.',
        },
        firma: filasDe(d, final, sha256(acto).toString('hex')),
        adjuntos: [
          {
            nombre: 'decision.json',
            tipo: 'application/json',
            descripcion: 'La decisión, en JSON canónico (RFC 8785)',
            bytes: new TextEncoder().encode(acto),
          },
        ],
        generadoEn: d.emitidoEn,
        codigo: d.idPublico,
        qr: urlDeQr(urlPublica, d.idPublico, declaracion),
        demostracion,
      });
    },
  };
}

/** What is read in a decision: of whom and about what, what is decided and why. */
export function loEscritoDeLaDecision(
  caso: Caso,
  final: Final,
  { titulo, nombre, nit, dv }: Pick<DocumentoPublico, 'titulo' | 'nombre' | 'nit' | 'dv'>,
): Pick<Parameters<typeof renderizarActa>[0], 'presentacion' | 'destacado'> {
  return {
    presentacion: { titulo, secciones: seccionesDe(caso, final) },
    destacado: {
      rotulo: 'Decisión',
      valor: loResuelto(caso, final),
      filas: [
        { clave: palabrasDe(caso.tipo.flujo).decision.seccion, valor: caso.tipo.nombre },
        { clave: 'Radicado', valor: `${caso.radicado}, del ${formatearFecha(caso.radicadoDia)}` },
        { clave: 'De', valor: `${nombre}, NIT ${formatearNit(nit, dv)}` },
      ],
    },
  };
}

function seccionesDe(caso: Caso, final: Final): SeccionPresentada[] {
  const recursos = recursosDe(caso, final);
  return [
    { titulo: 'Razones', parrafos: parrafos(final.datos.razones) },
    { titulo: 'Fundamento', parrafos: parrafos(final.datos.fundamento) },
    ...(recursos ? [{ titulo: 'Recursos', parrafos: recursos }] : []),
  ];
}

const parrafos = (texto: string): string[] =>
  texto
    .split(/\n\s*\n|\r\n\s*\r\n/)
    .map((p) => p.trim())
    .filter((p) => p !== '');

function filasDe(d: Documento, final: Final, hash: string): FilaPresentada[] {
  return [
    { clave: 'Decidió', valor: d.contenido.decidio ?? '' },
    ...(d.contenido.preparo ? [{ clave: 'Preparó', valor: d.contenido.preparo }] : []),
    { clave: 'Fecha y hora', valor: `${formatearFechaHora(final.ocurrioEn)}, hora de Colombia` },
    { clave: 'Huella de la decisión (SHA-256)', valor: hash },
  ];
}
