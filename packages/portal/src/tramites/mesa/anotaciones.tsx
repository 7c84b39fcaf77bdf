import { Boton, camposDe, Formulario, Radios, Selector } from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { seDetiene } from '../flujo.ts';
import { MENSAJE, MENSAJE_SIN_DETENER, NOTA } from './preguntas.ts';

/** What must be looked for outside: nothing is taken for verified until somebody writes it. */
export function Verificaciones({ caso, valores = {}, errores = {} }: PropsDeCasoEnMesa) {
  if (caso.tipo.verificables.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Anotar una verificación</h3>
      <Formulario accion={`/mesa/tramites/${caso.radicado}/verificar`}>
        <Selector
          {...camposDe({ valores, errores }).texto('que')}
          etiqueta="Qué verificó"
          opciones={caso.tipo.verificables.map((v) => {
            const ya = caso.marcha.verificado[v.id];
            return {
              valor: v.id,
              texto: `${v.que} (${ya ? (ya === 'hay' ? 'hay' : 'no hay') : 'no verificado'})`,
            };
          })}
        />
        <Radios
          {...camposDe({ valores, errores }).texto('hallazgo')}
          etiqueta="Qué encontró"
          enLinea
          opciones={[
            { valor: 'no-hay', texto: 'No hay' },
            { valor: 'hay', texto: 'Hay' },
          ]}
        />
        <Preguntar pregunta={NOTA} nombre="Dónde lo buscó y qué vio" {...{ valores, errores }} />
        <Boton variante="secundario">Anotar</Boton>
      </Formulario>
    </>
  );
}

/** A message to the person. */
export const Escribir = ({ caso, valores = {}, errores = {} }: PropsDeCasoEnMesa) => (
  <Formulario accion={`/mesa/tramites/${caso.radicado}/mensajes`} unaVez>
    <Preguntar
      pregunta={seDetiene(caso.tipo.flujo) ? MENSAJE_SIN_DETENER : MENSAJE}
      nombre="Escribirle a la persona"
      {...{ valores, errores }}
    />
    <Boton variante="secundario">Enviar</Boton>
  </Formulario>
);
