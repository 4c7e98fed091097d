import { serve } from './nodeServer';

serve();
