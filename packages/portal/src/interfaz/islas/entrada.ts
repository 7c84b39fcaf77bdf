import { iniciarComponentes } from './componentes.ts';
import { vigilarEnvios } from './envio.ts';
import { ElementoRegion } from './region.ts';
import { ElementoSelector } from './selector/elemento.tsx';

iniciarComponentes();
vigilarEnvios();
customElements.define('ag-selector', ElementoSelector);
customElements.define('ag-region', ElementoRegion);
