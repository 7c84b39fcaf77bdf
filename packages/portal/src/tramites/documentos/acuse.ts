import { renderizarActa, firmarDeclaracion, urlDeQr, type SeccionPresentada } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import type { Transaccion } from '../../plataforma/index.ts';
import { emitirDocumento, type Documento, type TipoDocumento } from '../../sello/index.ts';
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
    contenido: { radicado: caso.radicado },
    clave: claveDelAcuse(caso.id),
    prioridad: 'alguienEspera',
  });
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
      return caso;
    },

    async dibujar(cargado, d, autoridad) {
      const caso = cargado as Caso;
      const { nit, dv, nombre, estado, fecha, demostracion } = d.publico;
      const declaracion = await firmarDeclaracion(
        { id: d.idPublico, nit, dv, nombre, estado, fecha },
        autoridad.material,
      );
      const { titulo, secciones } = caso.tipo.presentar(caso.solicitud);
      const dice = palabrasDe(caso.tipo.flujo).acuse;
      return renderizarActa({
        ...definidos({ formulario: caso.tipo.formulario || undefined }),
        presentacion: { titulo: dice.titulo(titulo), secciones: [...secciones, queSigue(caso)] },
        rotulos: {
          asunto: dice.nombre,
          cierre: dice.cierre,
          explicacion: dice.explicacion,
        },
        firma: [
          { clave: 'Radicado', valor: caso.radicado },
          {
            clave: dice.cuando,
            valor: `${formatearFechaHora(caso.radicadoEn)}, hora de Colombia`,
          },
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
