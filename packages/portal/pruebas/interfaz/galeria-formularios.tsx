import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import { FORMULARIO_490 } from '@autogestion/normas/formularios/490';
import { planDe, type Formulario as Definicion } from '@autogestion/normas/formularios/motor';
import type { VNode } from 'preact';
import {
  erroresParaResumen,
  revisarFormulario,
  SeccionDeFormulario,
} from '../../src/interfaz/formulario/index.ts';
import { Boton, Formulario, GrupoDeBotones, Pagina, type Valores } from '../../src/interfaz/index.ts';

/** Slip 490 whole: what the registry knows, what is typed, and a total over what is still missing. */
export function Recibo490(): VNode {
  return (
    <PaginaDeFormulario
      formulario={FORMULARIO_490}
      secciones={FORMULARIO_490.secciones.map(({ nombre }) => nombre)}
      valores={{
        'casilla-concepto': 'Renta',
        'casilla-anio': '2025',
        'casilla-periodo': 'anual',
        'casilla-valorImpuesto': '10.000.000',
      }}
      conocidas={{ nit: '900123456' }}
    />
  );
}

/** Two sections of form 210, with faults of the engine, a rule that is broken, and boxes marked and computed. */
export function RentasDeTrabajo(): VNode {
  return (
    <PaginaDeFormulario
      formulario={FORMULARIO_210}
      secciones={['Datos del declarante', 'Cédula general: rentas de trabajo']}
      valores={{
        'casilla-1': '2025',
        'casilla-24': 'arepas',
        'casilla-27': 'X',
        'casilla-32': '92.400.000',
        'casilla-33': '7.392.000,50',
        'casilla-38': '900.000.000',
      }}
      conocidas={{ 5: '52418906', 6: '7', 7: 'Rojas', 9: 'María', 12: '32' }}
    />
  );
}

interface PropsDePaginaDeFormulario {
  formulario: Definicion;
  /** By their names in the definition. */
  secciones: readonly string[];
  valores: Valores;
  conocidas: Readonly<Record<string, string>>;
}

function PaginaDeFormulario({ formulario, secciones, valores, conocidas }: PropsDePaginaDeFormulario): VNode {
  const revisado = revisarFormulario(planDe(formulario, 2025), valores, conocidas);
  const errores = erroresParaResumen(revisado);
  const titulo = `Formulario ${formulario.codigo}: ${formulario.nombre}`;
  return (
    <Pagina titulo={titulo} errores={errores} volver="/" indexable={false}>
      <Formulario accion="/recibido" ocultos={{ _revision: 1 }}>
        {formulario.secciones
          .filter(({ nombre }) => secciones.includes(nombre))
          .map((seccion) => (
            <SeccionDeFormulario seccion={seccion} revisado={revisado} />
          ))}
        <GrupoDeBotones>
          <Boton>Guardar y continuar</Boton>
          <Boton variante="secundario" nombre="_accion" valor="calcular">
            Calcular
          </Boton>
        </GrupoDeBotones>
      </Formulario>
    </Pagina>
  );
}
