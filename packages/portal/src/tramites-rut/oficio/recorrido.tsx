import { definidos } from '@autogestion/normas/definidos';
import { Condiciones, incumplidas } from '../../tramites/index.ts';
import { guion, type Datos, type Recorrido } from '../../interfaz/recorrido/index.ts';
import type { DefinicionDeActuacion, HechosDeOficio, Respuestas, SolicitudDeActuacion } from './actuacion.ts';
import { radicarActuacion } from './radicar-actuacion.ts';

/** The pages of an act: one that is filled, the review with the conditions as they are, and the filing. */
export function recorridoDeActuacion<V extends object, S extends SolicitudDeActuacion>(
  a: DefinicionDeActuacion<V, S>,
  o: { demostracion: boolean },
): Recorrido<Respuestas<V>, HechosDeOficio> {
  const solicitud = (acto: V, hechos: Partial<HechosDeOficio>) => a.ficha.leer({ respuestas: acto, hechos });
  const evaluar = ({ respuestas: { acto }, hechos }: Datos<Respuestas<V>, HechosDeOficio>) =>
    a.evaluar(hechos as HechosDeOficio, acto ? solicitud(acto, hechos) : {}, {});
  return {
    id: `tramites-rut.oficio-${a.slug}`,
    version: 1,
    titulo: a.nombre,
    diasDeEspera: 1,
    guardado: 'Lo que escriba queda guardado mientras su sesión esté abierta.',
    pasos: guion<HechosDeOficio>()
      .parte('El acto')
      .paso(
        'acto',
        {
          nombre: a.nombre,
          pregunta: a.pregunta,
          ...definidos({ alGuardar: a.alGuardar }),
        },
        {
          ...a.formulario,
          resumen: (v, d) =>
            a.ficha.filas(solicitud(v, d.hechos)).map(({ clave: rotulo, valor }) => ({ rotulo, valor })),
        },
      ).pasos,
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
      const radicado = await radicarActuacion(trx, {
        tipo: a.caso.tipo,
        titular,
        solicitud: a.ficha.esquema.parse(solicitud(datos.respuestas.acto, datos.hechos)),
        clave: `oficio:${borrador.id}`,
        ...o,
      });
      return { a: `/mesa/tramites/${radicado}`, resultado: { radicado } };
    },
  };
}
