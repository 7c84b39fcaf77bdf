import {
  Etiqueta,
  InstanteTexto,
  ListaResumen,
  Pagina,
  renderizarPagina,
  Tabla,
  TextoInset,
} from '../../../interfaz/index.ts';
import type { CifrasDelCuadre, Cuadre } from '../cuadrar.ts';
import { cuantos, MIGAS } from './estado.tsx';

const CIFRAS: Readonly<Record<keyof CifrasDelCuadre, string>> = {
  descuadre: 'Pesos de diferencia entre los dos lados del libro',
  comprobantesVacios: 'Comprobantes sin asientos',
  asientosAgotados: 'Asientos de los que se sacó más de lo que tenían',
  bancosDistintos: 'Bancos cuyo total no es el del libro',
  archivosDistintos: 'Archivos cuyo total no es el de sus pagos',
  archivosSinTerminar: 'Archivos confirmados que aún no se han registrado enteros',
  contribuyentesDistintos: 'Contribuyentes cuyo estado no es el de sus asientos',
  contribuyentes: 'Contribuyentes revisados',
};

const Resultado = ({ bien }: Pick<Cuadre, 'bien'>) =>
  bien ? <Etiqueta tono="bien">CUADRA</Etiqueta> : <Etiqueta tono="mal">NO CUADRA</Etiqueta>;

/** What the nightly check found, the last one in full. */
export const paginaCuadre = (cuadres: readonly Cuadre[]) => {
  const [ultimo] = cuadres;
  return renderizarPagina(
    <Pagina titulo="Revisión de cada noche" ancho="ancha" migas={MIGAS}>
      <p class="govuk-body">
        Cada noche se suma el libro entero, se compara lo que dicen los bancos con lo registrado, y el estado
        de quienes tuvieron movimiento con sus asientos. Si algo no cuadra, llega un correo. Un archivo
        confirmado hace más de una hora que quedó a medias se pone otra vez en la fila, y sigue donde iba.
      </p>
      {ultimo ? (
        <ListaResumen
          titulo="La última"
          filas={[
            { rotulo: 'Resultado', valor: <Resultado bien={ultimo.bien} /> },
            { rotulo: 'Cuándo', valor: <InstanteTexto instante={ultimo.hechoEn} /> },
            ...(Object.entries(CIFRAS) as [keyof CifrasDelCuadre, string][]).map(([cifra, rotulo]) => ({
              rotulo,
              valor: cuantos(ultimo.cifras[cifra]),
            })),
          ]}
        />
      ) : (
        <TextoInset>Todavía no se ha hecho ninguna: la primera es a las 2:20 de la mañana.</TextoInset>
      )}
      {cuadres.length > 1 ? (
        <Tabla
          titulo="Las anteriores"
          columnas={[
            { titulo: 'Cuándo' },
            { titulo: 'Resultado' },
            { titulo: 'Contribuyentes revisados', numerica: true },
          ]}
          filas={cuadres
            .slice(1)
            .map((c) => [
              <InstanteTexto instante={c.hechoEn} />,
              <Resultado bien={c.bien} />,
              cuantos(c.cifras.contribuyentes),
            ])}
        />
      ) : null}
    </Pagina>,
  );
};
