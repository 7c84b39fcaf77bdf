import { Boton, Formulario } from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { seDetiene } from '../flujo.ts';
import { MENSAJE, MENSAJE_SIN_DETENER, NOTA_INTERNA } from './preguntas.ts';

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

/** A note to whoever works the queue. */
export const AnotarNota = ({ caso, valores = {}, errores = {} }: PropsDeCasoEnMesa) => (
  <Formulario accion={`/mesa/tramites/${caso.radicado}/notas`} unaVez>
    <Preguntar pregunta={NOTA_INTERNA} nombre="Nota interna" {...{ valores, errores }} />
    <Boton variante="secundario">Guardar la nota</Boton>
  </Formulario>
);
