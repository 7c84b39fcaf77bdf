import type { Json } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { Condiciones, incumplidas } from '../../tramites/index.ts';
import { pasosDe, type Datos, type Recorrido } from '../../interfaz/recorrido/index.ts';
import type { DefinicionDeActo, HechosDeOficio, Respuestas } from './acto.ts';
import { radicarActo } from './radicar-acto.ts';

/** The pages of an act: one that is filled, the review with the conditions as they are, and the filing. */
export function recorridoDelActo<S extends Record<string, Json | undefined>>(
  a: DefinicionDeActo<S>,
  o: { demostracion: boolean },
): Recorrido<Respuestas<S>, HechosDeOficio> {
  const evaluar = ({ respuestas, hechos }: Datos<Respuestas<S>, HechosDeOficio>) =>
    a.evaluar(hechos as HechosDeOficio, respuestas.acto ?? {}, {});
  return {
    id: `tramites-rut.oficio-${a.slug}`,
    version: 1,
    titulo: a.nombre,
    diasDeEspera: 1,
    guardado: 'Lo que escriba queda guardado mientras su sesión esté abierta.',
    pasos: [
      pasosDe<Respuestas<S>, HechosDeOficio>()<'acto'>({
        slug: 'acto',
        parte: 'El acto',
        nombre: a.nombre,
        pregunta: a.pregunta,
        esquema: a.escrito,
        pagina: a.pagina,
        resumen: (s) =>
          a.caso
            .presentar(s)
            .secciones.flatMap((x) => (x.filas ?? []).map(({ clave, valor }) => ({ clave, valor }))),
        ...definidos({ alGuardar: a.alGuardar }),
        ejemplos: [{ escrito: a.ejemplo }],
      }),
    ],
    revision: {
      titulo: 'Revise antes de radicar',
      boton: 'Radicar y asignármelo',
      advertencia:
        'Al radicar, la persona recibe un correo que se lo comunica. Nada cambia en el RUT hasta que usted decida y otro funcionario lo confirme.',
      contenido: (d) => (
        <>
          <h2 class="govuk-heading-m">Condiciones, hoy</h2>
          <Condiciones evaluacion={evaluar(d)} />
        </>
      ),
    },
    impedimentos: (d) => incumplidas(evaluar(d)).map((c) => `${c.razon} (${c.articulo})`),
    async terminar({ trx, borrador, datos }) {
      const { titular } = datos.hechos as HechosDeOficio;
      const solicitud = a.caso.esquema.parse(datos.respuestas.acto);
      const radicado = await radicarActo(trx, {
        tipo: a.caso.tipo,
        titular,
        solicitud,
        clave: `oficio:${borrador.id}`,
        ...o,
      });
      return { a: `/mesa/tramites/${radicado}`, resultado: { radicado } };
    },
  };
}
