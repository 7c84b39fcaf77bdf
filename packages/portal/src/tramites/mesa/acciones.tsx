import { Boton, camposDe, Detalles, Formulario, Selector } from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { ROLES } from '../../cuentas/index.ts';
import { impedimentoPara } from '../comprobar-solicitud.ts';
import { sentidosDe } from '../marcha.ts';
import { Impedido } from './impedido.tsx';
import { Escrito } from '../paginas/escrito.tsx';
import { esColaDeTraslado } from '../politicas.ts';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { DEVOLUCION, OBJECION, REQUERIMIENTO, TRASLADO } from './preguntas.ts';

/** What comes before deciding: taking it, what another prepared, and why somebody cannot. */
export function AntesDeDecidir(o: PropsDeCasoEnMesa) {
  const { caso } = o;
  const camino = `/mesa/tramites/${caso.radicado}`;
  const { proyecto } = caso.marcha;
  return (
    <>
      {o.toma ? (
        <Formulario accion={`${camino}/tomar`}>
          <span data-tecla="t">
            <Boton>Tomar este trámite</Boton>
          </span>
        </Formulario>
      ) : null}
      {proyecto ? (
        <section class="tarjeta-resumen">
          <h2 class="tarjeta-resumen__titulo">Decisión preparada</h2>
          <p class="govuk-body">
            <strong>{caso.tipo.flujo.sentidos[proyecto.sentido]?.resuelve}</strong>
          </p>
          <Escrito texto={proyecto.razones} />
          <Escrito texto={proyecto.fundamento} />
          {o.confirma ? (
            <Confirmar {...o} camino={camino} />
          ) : (
            <p class="govuk-body">
              La confirma otro funcionario: ni quien la preparó ni quien presentó la solicitud pueden.
            </p>
          )}
        </section>
      ) : null}
      {o.tiene && !o.decide ? (
        <p class="govuk-body">
          Usted la presentó con la persona: la decide otro funcionario. Devuélvala a la cola.
        </p>
      ) : null}
    </>
  );
}

/** Every other way in which a case moves: other directions, asking for more, giving it back, another queue. */
export function OtrasSalidas(o: PropsDeCasoEnMesa) {
  const { caso } = o;
  const camino = `/mesa/tramites/${caso.radicado}`;
  const { flujo } = caso.tipo;
  const { evaluacion } = o.comprobacion;
  const abiertos = sentidosDe(flujo, caso.marcha).filter(([, s]) => !impedimentoPara(s, evaluacion));
  const devuelve = flujo.transiciones.devuelta?.[caso.marcha.estado] !== undefined;
  if (!o.tiene && o.asignables.length === 0) return null;
  return (
    <section aria-labelledby="caso-otras">
      <h2 class="govuk-heading-m" id="caso-otras">
        Otras salidas
      </h2>
      {o.tiene && o.decide && (abiertos.length > 0 || devuelve) ? (
        <ul class="govuk-list salidas">
          {abiertos.map(([sentido, s]) => (
            <li>
              <a class="govuk-link" href={`${camino}/decidir/${sentido}`}>
                {s.verbo}, en su página
              </a>
            </li>
          ))}
          {devuelve ? (
            <li>
              <a class="govuk-link" href={`${camino}/decidir/devuelta`}>
                Devolver por requisitos
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
      {o.tiene ? <Mover {...o} camino={camino} /> : null}
      {o.asignables.length > 0 ? <Asignar {...o} camino={camino} /> : null}
    </section>
  );
}

interface ConCamino extends PropsDeCasoEnMesa {
  camino: string;
}

/** As it was prepared, beside the conditions as they are: or why it cannot be any more. */
const Confirmar = ({ caso, comprobacion, camino, valores = {}, errores = {} }: ConCamino) => {
  const { proyecto } = caso.marcha;
  const impide =
    proyecto && impedimentoPara(caso.tipo.flujo.sentidos[proyecto.sentido], comprobacion.evaluacion);
  return (
    <>
      {impide ? (
        <Impedido impide={impide} />
      ) : (
        <Formulario accion={`${camino}/confirmar`}>
          <span data-tecla="a">
            <Boton>Confirmar la decisión</Boton>
          </span>
        </Formulario>
      )}
      <Detalles resumen="No estoy de acuerdo" abierto={errores.objecion !== undefined}>
        <Formulario accion={`${camino}/objetar`}>
          <Preguntar pregunta={OBJECION} nombre="Por qué" {...{ valores, errores }} />
          <Boton variante="secundario">Devolverla a quien la preparó</Boton>
        </Formulario>
      </Detalles>
    </>
  );
};

/** Asking for more, giving back to the queue, sending to another one. */
function Mover({ caso, camino, valores = {}, errores = {} }: ConCamino) {
  const otras = Object.entries(ROLES).filter(([r]) => r !== caso.marcha.rol && esColaDeTraslado(r));
  return (
    <>
      {caso.tipo.flujo.transiciones.requerida?.[caso.marcha.estado] ? (
        <Detalles resumen="Pedir que complete la solicitud" abierto={errores.requerimiento !== undefined}>
          <p class="govuk-body">El plazo de la oficina se detiene hasta que la persona responda.</p>
          <Formulario accion={`${camino}/requerir`}>
            <Preguntar pregunta={REQUERIMIENTO} nombre="Qué falta" {...{ valores, errores }} />
            <Boton variante="secundario">Pedirlo</Boton>
          </Formulario>
        </Detalles>
      ) : null}
      <Detalles resumen="Devolver a la cola" abierto={errores.motivo !== undefined}>
        <Formulario accion={`${camino}/liberar`}>
          <Preguntar pregunta={DEVOLUCION} nombre="Por qué" {...{ valores, errores }} />
          <Boton variante="secundario">Devolver a la cola</Boton>
        </Formulario>
      </Detalles>
      <Detalles
        resumen="Trasladar por competencia"
        abierto={errores.rol !== undefined || errores.traslado !== undefined}
      >
        <Formulario accion={`${camino}/trasladar`}>
          <Selector
            {...camposDe({ valores, errores }).texto('rol')}
            etiqueta="A qué cola"
            opciones={otras.map(([valor, texto]) => ({ valor, texto }))}
          />
          <Preguntar pregunta={TRASLADO} nombre="Por qué es de allá" {...{ valores, errores }} />
          <Boton variante="secundario">Trasladar</Boton>
        </Formulario>
      </Detalles>
    </>
  );
}

const Asignar = ({ camino, asignables, valores = {}, errores = {} }: ConCamino) => (
  <Detalles resumen="Asignar a alguien" abierto={errores.a !== undefined}>
    <Formulario accion={`${camino}/asignar`}>
      <Selector
        {...camposDe({ valores, errores }).texto('a')}
        etiqueta="A quién"
        opciones={asignables.map((f) => ({ valor: f.idPublico, texto: f.nombre }))}
      />
      <Boton variante="secundario">Asignar</Boton>
    </Formulario>
  </Detalles>
);
