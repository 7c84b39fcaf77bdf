import {
  Boton,
  camposDe,
  Detalles,
  EnlaceBoton,
  Formulario,
  GrupoDeBotones,
  Selector,
} from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { ROLES } from '../../cuentas/index.ts';
import { impedimentoPara } from '../comprobar-solicitud.ts';
import { sentidosDe } from '../marcha.ts';
import { Impedido } from './impedido.tsx';
import { Escrito } from '../paginas/escrito.tsx';
import { esColaDeTraslado } from '../politicas.ts';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { DEVOLUCION, OBJECION, REQUERIMIENTO, TRASLADO } from './preguntas.ts';

/** What moves a case: taking it, deciding it, asking for more, giving it back, sending it to another queue. */
export function Acciones(o: PropsDeCasoEnMesa) {
  const { caso } = o;
  const camino = `/mesa/tramites/${caso.radicado}`;
  const { flujo } = caso.tipo;
  const { proyecto } = caso.marcha;
  const { decide } = o;
  const sentidos = sentidosDe(flujo, caso.marcha);
  const { evaluacion } = o.comprobacion;
  const ofrecidos = sentidos.filter(([, s]) => !impedimentoPara(s, evaluacion));
  const impedidos = sentidos.flatMap(([, s]) => impedimentoPara(s, evaluacion) ?? []);
  if (caso.marcha.turno === 'nadie') return null;
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
            <strong>{flujo.sentidos[proyecto.sentido]?.resuelve}</strong>
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
      {o.tiene && !decide ? (
        <p class="govuk-body">
          Usted la presentó con la persona: la decide otro funcionario. Devuélvala a la cola.
        </p>
      ) : null}
      {o.tiene && decide && sentidos.length > 0 && !proyecto ? (
        <>
          <h2 class="govuk-heading-m">Decidir</h2>
          {caso.cuatroOjos ? (
            <p class="govuk-body">Usted prepara la decisión y otro funcionario la confirma.</p>
          ) : null}
          <GrupoDeBotones>
            {ofrecidos.map(([sentido, s]) => (
              <EnlaceBoton
                href={`${camino}/decidir/${sentido}`}
                variante={s.conEfecto || s.soloTrasVencer ? 'principal' : 'secundario'}
              >
                {s.verbo}
              </EnlaceBoton>
            ))}
            {flujo.transiciones.devuelta?.[caso.marcha.estado] ? (
              <EnlaceBoton href={`${camino}/decidir/devuelta`} variante="secundario">
                Devolver por requisitos
              </EnlaceBoton>
            ) : null}
          </GrupoDeBotones>
          {impedidos.map((impide) => (
            <Impedido impide={impide} />
          ))}
        </>
      ) : null}
      {o.tiene ? <Mover {...o} camino={camino} /> : null}
      {o.asignables.length > 0 ? <Asignar {...o} camino={camino} /> : null}
    </>
  );
}

interface ConCamino extends PropsDeCasoEnMesa {
  camino: string;
}

const Confirmar = ({ camino, valores = {}, errores = {} }: ConCamino) => (
  <>
    <EnlaceBoton href={`${camino}/confirmar`}>Revisar y confirmar</EnlaceBoton>
    <Detalles resumen="No estoy de acuerdo" abierto={errores.objecion !== undefined}>
      <Formulario accion={`${camino}/objetar`}>
        <Preguntar pregunta={OBJECION} nombre="Por qué" {...{ valores, errores }} />
        <Boton variante="secundario">Devolverla a quien la preparó</Boton>
      </Formulario>
    </Detalles>
  </>
);

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
