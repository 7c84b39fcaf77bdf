import type { Json } from '@autogestion/documentos';
import type { Nada } from '../../interfaz/preguntas/index.ts';
import type { Guion, Recorrido } from '../../interfaz/recorrido/index.ts';
import { titularDe, type Reloj } from '../../plataforma/index.ts';
import { idPublicoDe } from '../../rut/index.ts';
import { prepararSolicitud } from '../../tramites/index.ts';
import { hechosDeHoy, type HechosDelBorrador } from './hechos-del-rut.ts';
import { alResponder } from './lo-que-se-sabe.ts';
import type { DefinicionDeProcedimiento } from './definicion.ts';
import { preguntaDeRespuesta } from './respuesta.tsx';

/** Its questions, and the answer at their end. */
export const preguntasDelProcedimiento = <S extends Json, R extends object, P extends R>(
  d: DefinicionDeProcedimiento<S, R, P>,
  reloj: Reloj,
): Guion<P & Record<'respuesta', Nada>, HechosDelBorrador> =>
  d
    .preguntas(reloj)
    .parte('La respuesta')
    .paso(...preguntaDeRespuesta(alResponder(d.ficha, d.evaluar), d.respuesta));

/** Its questions, the answer at their end, and the request that waits to be signed, whose page says whether it can be. */
export function recorridoDelProcedimiento<S extends Json, R extends object, P extends R>(
  d: DefinicionDeProcedimiento<S, R, P>,
  reloj: Reloj,
): Recorrido<P & Record<'respuesta', Nada>, HechosDelBorrador> {
  return {
    id: d.id,
    version: d.version,
    titulo: d.titulo,
    diasDeEspera: 30,
    alCargar: (trx) => hechosDeHoy(trx, titularDe(trx)),
    pasos: preguntasDelProcedimiento(d, reloj).pasos,
    revision: {
      titulo: 'Revise lo que respondió',
      boton: 'Ver la solicitud',
      advertencia:
        'Todavía no presenta nada: en la página que sigue ve la solicitud completa y, si se cumplen las condiciones, la firma.',
    },
    async terminar({ trx, borrador, datos }) {
      const titular = titularDe(trx);
      const solicitud = d.ficha.leer(datos);
      const { idPublico } = await prepararSolicitud(trx, {
        tipo: d.id,
        titular,
        solicitud,
        clave: borrador.id,
      });
      return {
        a: `/de/${await idPublicoDe(trx, titular)}/solicitudes/${idPublico}`,
        resultado: { solicitud: idPublico },
      };
    },
  };
}
