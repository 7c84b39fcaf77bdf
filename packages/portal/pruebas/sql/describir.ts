import type { Client, Connection, Submittable } from 'pg';

/** What PostgreSQL says of a statement without running it. */
interface Descripcion {
  parametros: number[];
  columnas: { nombre: string; tipo: number; tabla: number; numero: number }[];
}

interface Campo {
  name: string;
  dataTypeID: number;
  tableID: number;
  columnID: number;
}

/**
 * Parses and describes a statement against the database (the extended protocol's Parse and Describe: names and types
 * are resolved, nothing is executed, nobody's rights are asked).
 * @throws the server's error: a table, column or function that is not there, a type that does not fit.
 */
export function describir(cliente: Client, texto: string): Promise<Descripcion> {
  return new Promise((listo, falla) => {
    const d: Descripcion = { parametros: [], columnas: [] };
    const oirParametros = (m: { dataTypeIDs: number[] }) => {
      d.parametros = m.dataTypeIDs;
    };
    let conexion: Connection;
    const consulta = {
      submit(c: Connection) {
        conexion = c;
        c.once('parameterDescription', oirParametros);
        c.parse({ text: texto, name: '', types: [] }, true);
        c.describe({ type: 'S', name: '' }, true);
        c.sync();
      },
      handleRowDescription(m: { fields: Campo[] }) {
        d.columnas = m.fields.map((f) => ({
          nombre: f.name,
          tipo: f.dataTypeID,
          tabla: f.tableID,
          numero: f.columnID,
        }));
      },
      // After an error the client forgets whose turn it was: it says no more.
      handleError(e: Error) {
        conexion.off('parameterDescription', oirParametros);
        falla(e);
      },
      handleReadyForQuery() {
        listo(d);
      },
    };
    cliente.query(consulta as Submittable);
  });
}
