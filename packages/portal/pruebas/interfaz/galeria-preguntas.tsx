import type { VNode } from 'preact';
import { Boton, camposDe, Formulario, Pagina } from '../../src/interfaz/index.ts';
import { segun, type Pregunta } from '../../src/interfaz/preguntas/index.ts';
import { validar, type Formulario as Escrito } from '../../src/plataforma/index.ts';
import { TIPOS_DE_PREGUNTA } from './tipos-de-pregunta.ts';

interface Muestra {
  tipo: string;
  pregunta: Pregunta<unknown>;
  valores: Escrito;
  errores: Record<string, string>;
}

const conEjemplo = TIPOS_DE_PREGUNTA.map(([tipo, pregunta]): Muestra => ({
  tipo,
  pregunta,
  valores: segun(pregunta.ejemplos, undefined)[0] ?? {},
  errores: {},
}));

const conError = TIPOS_DE_PREGUNTA.flatMap(([tipo, pregunta]): Muestra[] => {
  const [erroneo] = pregunta.erroneos;
  if (!erroneo) return [];
  const leido = validar(pregunta.esquema, erroneo.escrito);
  const errores = leido.ok ? (pregunta.admite?.(leido.datos, undefined) ?? {}) : leido.campos;
  return [{ tipo, pregunta, valores: erroneo.escrito, errores: { ...errores } }];
});

/** Every type of question as it is first answered. */
export const Preguntas = (): VNode => <Muestras titulo="Todas las preguntas" muestras={conEjemplo} />;

/** Every type that can be answered wrong, with what it says of it. */
export const PreguntasConError = (): VNode => (
  <Muestras titulo="Todas las preguntas, con error" muestras={conError} />
);

function Muestras({ titulo, muestras }: { titulo: string; muestras: readonly Muestra[] }): VNode {
  const errores = muestras.flatMap((m) =>
    Object.entries(m.errores).map(([campo, mensaje]) => [`${m.tipo}-${campo}`, mensaje] as const),
  );
  return (
    <Pagina titulo={titulo} errores={Object.fromEntries(errores)}>
      <Formulario accion="/recibido" conArchivos>
        {muestras.map((m) => (
          <section>
            <h2 class="govuk-heading-m">{m.tipo}</h2>
            {m.pregunta.pagina({
              datos: undefined,
              nombre: `Pregunta de tipo ${m.tipo}`,
              valores: m.valores,
              errores: m.errores,
              campo: camposConPrefijo(m),
            })}
          </section>
        ))}
        <Boton>Continuar</Boton>
      </Formulario>
    </Pagina>
  );
}

/** Several types share names of fields: on one page each has its own. */
function camposConPrefijo({ tipo, valores, errores }: Muestra): ReturnType<typeof camposDe> {
  const campo = camposDe({ valores, errores });
  const conPrefijo = <C extends { nombre: string }>(c: C): C => ({ ...c, nombre: `${tipo}-${c.nombre}` });
  return {
    texto: (nombre) => conPrefijo(campo.texto(nombre)),
    varios: (nombre) => conPrefijo(campo.varios(nombre)),
    fecha: (nombre) => conPrefijo(campo.fecha(nombre)),
  };
}
