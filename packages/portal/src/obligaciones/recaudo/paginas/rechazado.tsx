import { EnlaceBoton, InstanteTexto, Pagina, renderizarPagina, Tabla } from '../../../interfaz/index.ts';
import type { ArchivoRechazado } from '../consultas.ts';
import { cuantos, MIGAS } from './estado.tsx';

/** How many are shown; the file has all that were kept. */
const EN_PAGINA = 100;

/** Why a file was not accepted, and nothing of it was posted. */
export const paginaRechazado = (r: ArchivoRechazado) => {
  const todas = r.faltas.length + r.masFaltas;
  return renderizarPagina(
    <Pagina titulo="El archivo no se aceptó" ancho="ancha" migas={MIGAS} error>
      <p class="govuk-body">
        <strong>{r.nombre}</strong> tiene {todas === 1 ? 'una falta' : `${cuantos(todas)} faltas`} y no se
        registró nada de él. Mándele estas faltas al banco y pídale el archivo corregido. Se revisó el{' '}
        <InstanteTexto instante={r.rechazadoEn} />.
      </p>
      <EnlaceBoton href={`/mesa/recaudo/rechazados/${r.id}/faltas.csv`} variante="secundario">
        Descargar las faltas (CSV)
      </EnlaceBoton>
      <Tabla
        titulo={todas > EN_PAGINA ? `Las primeras ${EN_PAGINA} de ${cuantos(todas)} faltas` : 'Qué está mal'}
        columnas={[{ titulo: 'Línea', numerica: true }, { titulo: 'Qué está mal' }]}
        filas={r.faltas
          .slice(0, EN_PAGINA)
          .map((f) => [f.linea === 0 ? 'Todo el archivo' : String(f.linea), f.texto])}
      />
    </Pagina>,
  );
};
