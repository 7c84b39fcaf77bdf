import { valorEnLlano, type CambioDelRut } from '@autogestion/normas/rut';
import { NumeroDeCasilla, Tabla } from '../../interfaz/index.ts';

/** Each box that two versions do not share, as it was and as it will be. */
export function TablaDeCambios({
  cambios,
  titulo = 'Lo que cambia en su RUT',
  columnas = ['Hoy dice', 'Dirá'],
}: {
  cambios: readonly CambioDelRut[];
  titulo?: string;
  columnas?: readonly [string, string];
}) {
  return (
    <Tabla
      titulo={titulo}
      conCabezas
      columnas={[{ titulo: 'Casilla' }, { titulo: columnas[0] }, { titulo: columnas[1] }]}
      vacia="No cambia ninguna casilla."
      filas={cambios.map((c) => [
        <>
          {/^\d+$/.test(c.casilla) ? (
            <NumeroDeCasilla numero={Number(c.casilla)} />
          ) : (
            `Casillas ${c.casilla}.`
          )}{' '}
          {c.nombre}
        </>,
        <Lineas texto={valorEnLlano({ ...c, valor: c.antes })} />,
        <Lineas texto={valorEnLlano({ ...c, valor: c.despues })} />,
      ])}
    />
  );
}

function Lineas({ texto }: { texto: string }) {
  if (texto === '') return <>Nada</>;
  return (
    <>
      {texto.split('\n').map((l) => (
        <span class="linea">{l}</span>
      ))}
    </>
  );
}
